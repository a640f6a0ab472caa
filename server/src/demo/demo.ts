import type pg from 'pg';
import { ensureDemoKey, ensureDemoTenant } from './demo-tenant.js';
import { writeHistory, type Progress } from './history.js';
import { incidentsBetween, noteIncidents, rehearsedBetween } from './incidents.js';
import { startLive } from './live.js';
import { ProgressStore } from './progress-store.js';
import type { RecordInput } from './record.js';
import { readRehearsals } from './rehearsals.js';

const seed = 'switchboard';
const source = 'demo';
/** Of several instances over one database one plays the contact centre. */
const simulatorLock = 7_302;
/** How far back somebody noted what went wrong: as far as the history at its fullest. */
const remembered = 400 * 86_400_000;

/** The way in that every record takes. */
export interface DemoIntake {
  accept(request: { tenant: number; source: string; records: readonly unknown[] }): Promise<{
    readonly rejected: readonly { readonly message: string }[];
  }>;
}

export interface DemoOptions {
  readonly pool: pg.Pool;
  readonly intake: DemoIntake;
  readonly dataDir: string;
  readonly days?: number;
  /** Told after each stretch of history, newest first. */
  readonly onProgress: (progress: Progress) => void;
  readonly onError: (error: unknown) => void;
}

export interface Demo {
  /** Opens the demo tenant for reading. */
  readonly key: string;
  /** Resolves when the whole history is written, or is somebody else's to write. */
  readonly history: Promise<void>;
  stop(): Promise<void>;
}

/**
 * The demo tenant: its history first, where it is missing, then its life as it goes on. Both are continued where an
 * earlier start left them.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { pool, intake, dataDir, onError } = options;
  const tenant = await ensureDemoTenant(pool);
  const key = await ensureDemoKey(pool, tenant, dataDir);
  let stopped = false;
  let live: { stop(): Promise<void> } | undefined;
  const write = async (records: RecordInput[]): Promise<void> => {
    if (stopped) throw new Stopped();
    const { rejected } = await intake.accept({ tenant, source, records });
    if (rejected[0]) throw new Error(`The simulator made a record that was refused: ${rejected[0].message}`);
  };
  const store = new ProgressStore(pool, tenant);
  const turn = await takeTurn(pool);
  const play = async (): Promise<void> => {
    if (!turn) return;
    const progress = await store.begin(seed, new Date());
    if (!progress.historyComplete) await writePast(options, store, progress, write);
    if (stopped) return;
    let noted = new Date(progress.liveUntil.getTime() - remembered);
    const noteUntil = async (until: Date): Promise<void> => {
      const incidents = [
        ...incidentsBetween(progress.seed, noted, until),
        ...rehearsedBetween(readRehearsals(dataDir), noted, until),
      ];
      noted = until;
      await noteIncidents(pool, tenant, incidents);
    };
    await noteUntil(progress.liveUntil);
    live = startLive({
      seed: progress.seed,
      write,
      from: progress.liveUntil,
      rehearsals: () => readRehearsals(dataDir),
      onWritten: (until) =>
        void store
          .reachedMoment(until)
          .then(() => noteUntil(until))
          .catch(onError),
      onError,
    });
  };
  const history = play().catch((error: unknown) => {
    if (!(error instanceof Stopped)) throw error;
  });
  return {
    key,
    history,
    stop: async () => {
      stopped = true;
      await history.catch(() => undefined);
      await live?.stop();
      turn?.release(true);
    },
  };
}

/** Thrown into the writing of history to end it. */
class Stopped extends Error {}

/** A connection that holds the simulator's lock as long as it lives; nothing where another instance has it. */
async function takeTurn(pool: pg.Pool): Promise<pg.PoolClient | undefined> {
  const client = await pool.connect();
  // A lost connection loses the lock too; the records are idempotent, so two players for a while do no harm.
  client.on('error', () => undefined);
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [simulatorLock]);
  if (rows[0]?.mine === true) return client;
  client.release();
  return undefined;
}

async function writePast(
  { days, onProgress }: DemoOptions,
  store: ProgressStore,
  { seed: begun, beganAt, oldestDay }: { seed: string; beganAt: Date; oldestDay: string | null },
  write: (records: RecordInput[]) => Promise<void>,
): Promise<void> {
  let saved: Promise<unknown> = Promise.resolve();
  let oldest = oldestDay ?? '';
  await writeHistory({
    seed: begun,
    now: beganAt,
    write,
    ...(days === undefined ? {} : { days }),
    ...(oldestDay === null ? {} : { before: oldestDay }),
    onProgress: (progress) => {
      oldest = progress.day;
      saved = saved.then(() => store.reachedDay(progress.day, false));
      onProgress(progress);
    },
  });
  await saved;
  await store.reachedDay(oldest, true);
}
