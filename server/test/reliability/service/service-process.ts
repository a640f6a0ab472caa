import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { call, worstStatus, type Answer } from './http.js';
import { onExit } from './left-behind.js';

/** The bootstrap key of every service that the proofs start. */
export const ADMIN_KEY = 'swb_bootstrap_key_of_the_proofs_0001';
/** Those of `npm start`. */
const FLAGS = ['--max-semi-space-size=64'];
const START_MS = 120_000;
const STOP_MS = 30_000;
const LOG_KEPT = 32 * 1024 * 1024;
/** How long a line of the log may take from the service to here. */
const LOG_MS = 1_000;
const IN_SENTENCE = /\(error id ([\w-]+)\)/;
const ERROR_LINE = /"level":[56]0/;

/** One running service in a process of its own. */
export class ServiceProcess {
  url = '';
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    const keep = (chunk: Buffer): void => {
      this.output = (this.output + String(chunk)).slice(-LOG_KEPT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once(
      'exit',
      onExit(() => child.kill('SIGKILL')),
    );
  }

  /** @throws Error with the end of its output when it ends, or does not serve in two minutes */
  static async start(file: string, environment: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    const child = spawn(process.execPath, [...FLAGS, file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME, TMPDIR, HOST: '127.0.0.1', PORT: '0', DEMO: 'off', ADMIN_KEY, ...environment },
    });
    const service = new ServiceProcess(child);
    const begun = Date.now();
    while (service.url === '') {
      if (!service.isAlive || Date.now() - begun > START_MS) {
        child.kill('SIGKILL');
        throw new Error(`The service did not start: ${service.output.slice(-2_000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      service.url = /is ready at (http:\S+)/.exec(service.output)?.[1] ?? '';
    }
    return service;
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The service has no process.');
    return this.child.pid;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Everything it wrote so far: the words for people and the log. */
  log(): string {
    return this.output;
  }

  /** An answer in words; of a failure (5xx, of a single query too) also what the service logged about it. */
  async explain(answer: Answer): Promise<string> {
    const words = `${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
    return worstStatus(answer) < 500 ? words : `${words}\n      logged: ${await this.loggedFor(answer)}`;
  }

  /** The line with the answer's error id, which stands in a sentence where one of its questions failed; else the newest error's. */
  private async loggedFor({ body }: Answer): Promise<string> {
    const id: unknown = body?.errorId ?? IN_SENTENCE.exec(JSON.stringify(body))?.[1];
    const isAbout = (line: string): boolean => (typeof id === 'string' ? line.includes(id) : ERROR_LINE.test(line));
    for (
      const begun = Date.now();
      Date.now() - begun < LOG_MS;
      await new Promise((resolve) => setTimeout(resolve, 50))
    ) {
      const line = this.output.split('\n').findLast(isAbout);
      if (line !== undefined) return line.slice(0, 2_000);
    }
    return 'nothing';
  }

  call(method: string, path: string, key?: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return call(this.url, method, path, key, body, headers);
  }

  /** kill -9; resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.isAlive) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** Asks it to stop, and kills it when it does not. */
  async stop(): Promise<void> {
    if (!this.isAlive) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(timer);
  }
}
