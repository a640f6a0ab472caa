import { resolve } from 'node:path';
import type { Configuration } from 'webpack';
import scaffolded, { type Env } from './.config/webpack/webpack.config.ts';

/** What Grafana itself does before it loads a plugin: finding the language, and drawing texts as their own caricature. */
const GRAFANA_DOES = ['i18next-browser-languagedetector', 'i18next-pseudo'];

/** What was built before one of these changed is built again. */
const CONFIGURATIONS = ['webpack.config.ts', '.config/webpack/webpack.config.ts', 'package.json'];

/** As scaffolded, but for the browsers that Grafana 12.3 needs, which spare most of the translation to older ones. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await scaffolded(env);
  for (const rule of base.module?.rules ?? []) {
    if (typeof rule !== 'object' || rule === null || typeof rule.use !== 'object' || Array.isArray(rule.use)) continue;
    if (rule.use.loader !== 'swc-loader' || typeof rule.use.options !== 'object') continue;
    // Without these two, paths of the machine get into the digests by which scripts are named.
    rule.use.options.parseMap = true;
    delete rule.use.options.jsc.baseUrl;
    rule.use.options.jsc.target = 'es2022';
    rule.use.options.jsc.transform = { react: { runtime: 'automatic' } };
  }
  return {
    ...base,
    output: { ...base.output, devtoolModuleFilenameTemplate: sourceName },
    cache: { type: 'filesystem', buildDependencies: { config: CONFIGURATIONS.map((path) => resolve(path)) } },
    resolve: { ...base.resolve, alias: Object.fromEntries(GRAFANA_DOES.map((name) => [name, false])) },
  };
};

/** webpack mixes the kind of a package's module into its path, by which Grafana's reviewers compare source maps. */
function sourceName({ namespace, resourcePath }: { namespace: string; resourcePath: string }): string {
  return `webpack://${namespace}/${resourcePath.replace(/^javascript\/(?=node_modules\/)/, '../')}`;
}

export default config;
