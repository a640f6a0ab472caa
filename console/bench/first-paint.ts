import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../test/chromium.js';

/** Milliseconds since the address was entered, and what the first load sent. */
export interface FirstPaint {
  /** The first text on the page (First Contentful Paint). */
  readonly text: number;
  /** The first panel with its numbers. */
  readonly panel: number;
  /** Every panel that is shown without opening a row. */
  readonly panels: number;
  /** Bytes of JavaScript up to then, as they were sent. */
  readonly script: number;
  /** Bytes of everything. */
  readonly all: number;
  readonly requests: number;
}

/** Notes in the page, as soon as there is one, when the first panel and when all of them were drawn. */
const watch = `window.drawn = new Promise((resolve) => {
  const seen = {};
  new MutationObserver(() => {
    const panels = [...document.querySelectorAll('article[aria-busy]')];
    const drawn = panels.filter((panel) => panel.getAttribute('aria-busy') === 'false');
    if (drawn.length > 0) seen.panel ??= performance.now();
    if (drawn.length === 0 || drawn.length < panels.length) return;
    seen.panels ??= performance.now();
    resolve(seen);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
})`;

/** Opens a board as somebody does who has never been here, signed in by the link. */
async function open(browser: Browser, { link, board }: { link: string; board: string }): Promise<FirstPaint> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.request.get(link);
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(new URL(`/d/${board}`, link).href);
    return await figures(page);
  } finally {
    await context.close();
  }
}

function figures(page: Page): Promise<FirstPaint> {
  return page.evaluate(`window.drawn.then((seen) => {
    const files = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd <= seen.panels);
    const sum = (some) => some.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
    const [text] = performance.getEntriesByName('first-contentful-paint');
    return {
      text: text?.startTime ?? NaN,
      ...seen,
      script: sum(files.filter(({ name }) => name.endsWith('.js'))),
      all: sum([...files, ...performance.getEntriesByType('navigation')]),
      requests: files.length + 1,
    };
  })`);
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/**
 * The medians of some first visits to each board of a running service; the first visit of all, which warms it, does not count.
 * @param link signs in by itself, as npm start prints it
 */
export async function measureFirstPaint(
  link: string,
  boards: readonly string[],
  runs = 5,
): Promise<Map<string, FirstPaint>> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium: CHROMIUM_PATH, or on the PATH.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const all = new Map<string, FirstPaint>();
    for (const board of boards) {
      await open(browser, { link, board });
      const visits: FirstPaint[] = [];
      for (let run = 0; run < runs; run++) visits.push(await open(browser, { link, board }));
      const of = (name: keyof FirstPaint): number => median(visits.map((visit) => visit[name]));
      all.set(board, {
        text: of('text'), panel: of('panel'), panels: of('panels'), script: of('script'), all: of('all'), requests: of('requests'),
      }); // prettier-ignore
    }
    return all;
  } finally {
    await browser.close();
  }
}

const [, , link, ...boards] = process.argv;
if (link !== undefined) {
  const found = await measureFirstPaint(
    link,
    boards.length > 0 ? boards : ['switchboard-overview', 'switchboard-chat'],
  );
  for (const [board, { text, panel, panels, script, all, requests }] of found) {
    const ms = (value: number): string => `${Math.round(value)} ms`;
    const kB = (value: number): string => `${Math.round(value / 1000)} kB`;
    process.stdout.write(
      `${board}: first text ${ms(text)}, first panel ${ms(panel)}, all panels ${ms(panels)}; JavaScript ${kB(script)}, all ${kB(all)}, ${requests} requests\n`,
    );
  }
}
