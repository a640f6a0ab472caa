import type { Stage } from '../test/reliability/given.js';
import { DataDirectory } from '../test/reliability/service/data-directory.js';
import type { Program } from '../test/reliability/service/program.js';

/** The services of one proof, each with an embedded PostgreSQL of its own. */
export class Stages {
  private readonly closers: (() => Promise<void>)[] = [];

  constructor(private readonly program: Program) {}

  async open(environment: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const directory = new DataDirectory();
    this.closers.push(() => directory.remove());
    const service = await this.program.start({ DATA_DIR: directory.path, ...environment });
    this.closers.push(() => service.stop());
    return { service, databaseUrl: directory.databaseUrl, serverLog: () => directory.serverLog };
  }

  async close(): Promise<void> {
    for (const close of this.closers.reverse()) await close();
  }
}
