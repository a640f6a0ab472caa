// Builds the plugin into dist/: the front end, and the backend for the machine it is built on.
import { buildBackEnd } from './back-end.mjs';
import { buildFrontEnd } from './front-end.mjs';
import { goTarget, hasGo } from './go.mjs';

buildFrontEnd();
if (hasGo()) {
  buildBackEnd(goTarget());
} else {
  console.warn(
    '\n*** SKIPPED: the backend was not built, because there is no go on the PATH. Grafana cannot use the plugin. ***\n',
  );
}
