import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Zone } from '../../server/test/afternoon.js';
import { createTestDatabase, type TestDatabase } from '../../server/test/database.js';

/** What the service says when it is ready. */
interface Served {
  url: string;
  /** The tenant's time zone. */
  zone: Zone;
  keys: { read: string; ingest: string; admin: string };
  /** Signs in with the read key. */
  link: string;
  bootstrapKey: string;
}

/** The service and a browser, with what pages did that they must not do. */
export class Opened {
  /** Requests to elsewhere, violations of the content security policy, uncaught errors and other complaints of the browser. */
  readonly complaints: string[] = [];
  private readonly pages: Page[] = [];

  private constructor(
    /** Changes when the service is started anew: its link. */
    public served: Served,
    private readonly browser: Browser,
    private readonly database: TestDatabase,
    private child: ChildProcess,
  ) {}

  static async open(executablePath: string): Promise<Opened> {
    const database = await createTestDatabase();
    const child = serve(database);
    const launched = chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const line = await firstLine(child);
    return new Opened(JSON.parse(line) as Served, await launched, database, child);
  }

  /** A page of a browser of its own: nobody is signed in, and it speaks English in New York's time unless told otherwise. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.served.url,
      locale: 'en-GB',
      timezoneId: 'America/New_York',
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      // What fades in is pale for a moment, and axe does not wait.
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== this.served.url)
        this.complaints.push(`request to ${request.url()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      const { url } = message.location();
      // A browser says so itself wherever nobody is signed in yet, a key is wrong, or a record is still no good, or a secret is none.
      if (/status of 40[01]/.test(message.text()) && /\/(session|replay|connections)$/.test(url)) return;
      this.complaints.push(`${message.text()} (${url})`);
    });
    this.pages.push(page);
    return page;
  }

  /** A page signed in with a key of the tenant, at an address of the console. */
  async signedIn(key: keyof Served['keys'], path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.page(options);
    const answer = await page.request.post('/api/v1/session', {
      data: { key: this.served.keys[key] },
      headers: { origin: this.served.url },
    });
    if (!answer.ok()) throw new Error(await answer.text());
    await page.goto(path);
    return page;
  }

  /** Asks the service itself, with the read key. */
  async ask<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.send(path, this.served.keys.read, body);
  }

  async send<Answer>(path: string, key: string, body: unknown): Promise<Answer> {
    const response = await fetch(this.served.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  }

  /** Closes the pages of a test; what they complained of since the last time. */
  async closePages(): Promise<string[]> {
    for (const page of this.pages.splice(0)) await page.context().close();
    return this.complaints.splice(0);
  }

  /** Takes back what a test makes the browser complain of. */
  forgive(pattern: RegExp): void {
    const rest = this.complaints.filter((complaint) => !pattern.test(complaint));
    this.complaints.splice(0, Infinity, ...rest);
  }

  /** Ends the service and starts it again, at the same address and with the same data. */
  async restart(): Promise<void> {
    await this.stop();
    this.child = serve(this.database, this.served);
    this.served = JSON.parse(await firstLine(this.child)) as Served;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stop();
    await this.database.drop();
  }

  private async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.on('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** A process of the service; with what it said before it goes on from there. */
function serve(database: TestDatabase, before?: Served): ChildProcess {
  const env = { ...process.env, DATABASE_URL: database.url, NODE_OPTIONS: '' };
  return spawn(process.execPath, [join(import.meta.dirname, 'service.mjs')], {
    env: before ? { ...env, SERVED: JSON.stringify(before) } : env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}.`)));
  });
}

/** What axe finds wrong with a page, a line for each place (https://www.deque.com/axe); `except`: rules left out. */
export async function violations(page: Page, except: readonly string[] = []): Promise<string[]> {
  // As the debugger, which the page's content security policy does not bind.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults>('axe.run()');
  return found
    .filter(({ id }) => !except.includes(id))
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.split('\n')[1] ?? ''}`,
      ),
    );
}
