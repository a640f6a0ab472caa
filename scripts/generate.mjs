import './typescript.mjs';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `npm run generate` writes what follows from the sources; with `--check` it only says what is not up to date.
 */
process.chdir(join(import.meta.dirname, '..'));
createRequire(import.meta.url)('reflect-metadata');
const { boards, generateDashboards } = await import('../dashboards/src/generate.ts');
const { generateAlerting } = await import('../dashboards/src/alerting/generate.ts');
const { generateRunbooks } = await import('../dashboards/src/alerting/runbook-page.ts');
const { metricsMarkdown } = await import('../server/src/catalogue/document.ts');
const { openApiText } = await import('../server/src/openapi.ts');

const files = {
  ...generateDashboards(),
  ...generateAlerting(boards),
  ...generateRunbooks(),
  'docs/metrics.md': metricsMarkdown(),
  'server/openapi.json': await openApiText(),
};

/** Folders that hold nothing else, and the endings of what is generated there. */
const generatedFolders = { 'provisioning/dashboards': '.json', 'plugin/src/runbooks': '.html' };
const leftOver = Object.entries(generatedFolders).flatMap(([folder, ending]) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(ending) && !(path in files)),
);
const stale = Object.entries(files).filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

if (process.argv.includes('--check')) {
  for (const path of [...stale.map(([path]) => path), ...leftOver]) process.stderr.write(`${path} is not up to date\n`);
  if (stale.length + leftOver.length > 0) {
    process.stderr.write('Run npm run generate and commit what it writes.\n');
    process.exit(1);
  }
} else {
  for (const path of leftOver) rmSync(path);
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    process.stdout.write(`wrote ${path}\n`);
  }
}
