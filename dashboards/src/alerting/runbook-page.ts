import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';

const RUNBOOKS = fileURLToPath(new URL('../../../docs/runbooks', import.meta.url));
/** From the place of a page to Grafana's top: /public/plugins/<id>/runbooks/. */
const TOP = '../../../..';

/** Where the pages stand in the plugin's sources. */
const FOLDER = 'plugin/src/runbooks';
const STYLE = `:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
h1 { line-height: 1.2; }
h2 { margin-top: 2rem; font-size: 1.15rem; }
code { font-size: 0.9em; }
nav { font-size: 0.9rem; }
`;

/**
 * A runbook as a page that the plugin brings into Grafana, which answers when the service does not.
 * @param markdown links lead to other runbooks (name.md) and to boards (/d/uid), wherever Grafana has its top
 */
export function runbookPage(markdown: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? 'Runbook';
  const linked = markdown.replaceAll('](/d/', `](${TOP}/d/`).replaceAll(/\]\(([\w-]+)\.md\)/g, ']($1.html)');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="page.css">
</head>
<body>
<nav><a href="${TOP}/alerting/list">Alert rules</a></nav>
${marked.parse(linked, { async: false })}</body>
</html>
`;
}

/**
 * The pages of all runbooks and what they look like, where the plugin's build takes them from.
 * @returns path below the repository -> text of the file
 */
export function generateRunbooks(): Record<string, string> {
  const pages: Record<string, string> = { [`${FOLDER}/page.css`]: STYLE };
  for (const name of readdirSync(RUNBOOKS).sort()) {
    pages[`${FOLDER}/${basename(name, '.md')}.html`] = runbookPage(readFileSync(join(RUNBOOKS, name), 'utf8'));
  }
  return pages;
}
