import type { Program } from './service/program.js';
import type { ServiceProcess } from './service/service-process.js';

/** A running service over a new database of its own. */
export interface Stage {
  readonly service: ServiceProcess;
  /** The superuser's login to the same database. */
  readonly databaseUrl: string;
  /** What PostgreSQL itself logged, where that can be read. */
  serverLog(): string;
}

/** What every proof is given. */
export interface Given {
  readonly program: Program;
  /** Starts a service over a new database; whoever runs the proof closes it. */
  readonly openStage: (environment?: Readonly<Record<string, string>>) => Promise<Stage>;
  /** The same seed tries the same things. */
  readonly seed: number;
  /** Told what goes on, and every broken case with what it takes to see it again. */
  readonly log: (line: string) => void;
}
