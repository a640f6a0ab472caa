import { type Figure, atLeast, counted, none } from '../figures.js';
import type { Given } from '../given.js';
import { Random } from '../random.js';
import { nameOf, type Raw, validRecords } from '../records/valid-records.js';
import { DataDirectory } from '../service/data-directory.js';
import { queryAsOwner, storedNames } from '../service/owner.js';
import type { ServiceProcess } from '../service/service-process.js';
import { makeTenant } from '../service/tenants.js';
import { Load } from './load.js';
import { watchHealth } from './watch-health.js';

const MOST_BATCH = 500;
const HEAL_MS = 60_000;
const WAYS = ['service', 'database', 'both'] as const;

/** The death of a process does not show them: what it wrote stays with the operating system. */
const UNSAFE_SETTINGS = `select name from pg_settings
  where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting <> 'on'`;

/** What all rounds add up to. */
interface Tally {
  acknowledged: number;
  lost: number;
  twice: number;
  missing: number;
  changed: number;
  refusedAgain: number;
  midLoad: number;
  wrong: number;
  liveRed: number;
  refusedWithoutRetry: number;
  refused: number;
  unanswered: number;
  notHealed: number;
  slowestMs: { service: number; database: number };
}

/**
 * R1: a 2xx answer means that the records are durably stored. In turn the service, PostgreSQL, and both at once are killed
 * (kill -9) at a random moment of a load; after that everything that was acknowledged must be there, and sending all of it
 * again must make exactly one row each.
 */
export async function proveR1({ program, seed, log, rounds, events }: Given & { rounds: number; events: number }) {
  const directory = new DataDirectory();
  const random = new Random(seed);
  const start = (): Promise<ServiceProcess> => program.start({ DATA_DIR: directory.path, LOG_LEVEL: 'error' });
  const tally: Tally = {
    acknowledged: 0, lost: 0, twice: 0, missing: 0, changed: 0, refusedAgain: 0, midLoad: 0, wrong: 0, liveRed: 0,
    refusedWithoutRetry: 0, refused: 0, unanswered: 0, notHealed: 0, slowestMs: { service: 0, database: 0 },
  }; // prettier-ignore
  let service = await start();
  try {
    const unsafe = await queryAsOwner(directory.databaseUrl, UNSAFE_SETTINGS);
    for (let round = 1; round <= rounds; round += 1) {
      const way = WAYS[(round - 1) % WAYS.length] ?? 'service';
      const tenant = await makeTenant(service, directory.databaseUrl, `round-${round}`);
      const batches = random.pieces(
        validRecords(seed + round, events, `r${round}`),
        1,
        Math.min(MOST_BATCH, events / 20),
      );
      const load = new Load(service, tenant.ingestKey, batches);
      const sent = load.run();
      await load.untilAcknowledged(random.next() * 0.8 * events);
      await new Promise((resolve) => setTimeout(resolve, random.between(0, 10)));
      const underWay = [...load.underWay];
      if (way !== 'service') await directory.killServer();
      if (way !== 'database') await service.kill();
      const begun = Date.now();
      const health = way === 'database' ? await watchHealth(service, HEAL_MS) : undefined;
      if (health?.healed === false) tally.notHealed += 1;
      await sent;
      if (way !== 'database' || health?.healed === false) {
        await service.kill();
        service = await start();
      }
      const back = Date.now() - begun;
      const which = way === 'database' ? 'database' : 'service';
      tally.slowestMs[which] = Math.max(tally.slowestMs[which], back);
      // Those that came through all the same were not struck.
      const struck = underWay.filter((number) => !load.acknowledged.has(number)).length;
      tally.midLoad += struck > 0 ? 1 : 0;
      tally.liveRed += health?.liveRed ?? 0;
      tally.refused += load.refused;
      tally.unanswered += way === 'database' ? load.unanswered : 0;
      tally.refusedWithoutRetry += load.refusedWithoutRetry;
      tally.wrong += load.wrong.length;
      for (const line of load.wrong) log(`round ${round}: ${line}`);

      const acknowledged = [...load.acknowledged].flatMap((number) => batches[number] ?? []);
      const there = new Set(await storedNames(directory.databaseUrl, tenant.id));
      const lost = acknowledged.filter((record) => !there.has(nameOf(record)));
      tally.acknowledged += acknowledged.length;
      tally.lost += lost.length;
      if (lost.length > 0) log(`round ${round}: lost ${lost.slice(0, 5).map(nameOf).join(', ')} …`);
      await resend(service, tenant.ingestKey, batches, load.acknowledged, tally, log);
      const names = await storedNames(directory.databaseUrl, tenant.id);
      const distinct = new Set(names);
      tally.missing += batches.flat().filter((record) => !distinct.has(nameOf(record))).length;
      tally.twice += names.length - distinct.size;
      log(
        `round ${round}: killed ${way === 'both' ? 'both' : `the ${way}`} with ${underWay.length} requests under way, ` +
          `of which ${struck} failed; ${acknowledged.length} of ${events} events acknowledged; ${lost.length} lost; ` +
          `back after ${back} ms`,
      );
    }
    return [
      ...figures(tally, rounds, events),
      none('settings by which a power cut could take what was acknowledged', unsafe.length),
    ];
  } finally {
    await service.stop();
    await directory.remove();
  }
}

/** Sends everything again, and counts what was refused and what acknowledged batches still changed: nothing, both. */
async function resend(
  service: ServiceProcess,
  key: string,
  batches: readonly Raw[][],
  acknowledged: ReadonlySet<number>,
  tally: Tally,
  log: Given['log'],
): Promise<void> {
  for (const [number, records] of batches.entries()) {
    const answer = await service.call('POST', '/api/v1/records', key, { records });
    if (answer.status !== 200) {
      tally.refusedAgain += records.length;
      log(`refused when sent again: ${await service.explain(answer)}`);
    } else if (acknowledged.has(number)) tally.changed += answer.body.stored as number;
  }
}

function figures(tally: Tally, rounds: number, events: number): Figure[] {
  return [
    counted('rounds', rounds),
    counted('events a round', events),
    atLeast('kills by which requests under way failed', tally.midLoad, Math.ceil(rounds / 2)),
    atLeast('events acknowledged before or after a kill', tally.acknowledged, events),
    none('acknowledged events lost', tally.lost),
    none('acknowledged events that were not whole when sent again', tally.changed),
    none('events refused when sent again', tally.refusedAgain),
    none('events with a second row', tally.twice),
    none('events missing after all were sent again', tally.missing),
    none('answers that were neither 200 nor 503', tally.wrong),
    counted('requests answered 503 while PostgreSQL was dead', tally.refused),
    none('503 answers without Retry-After', tally.refusedWithoutRetry),
    none('requests not answered while only PostgreSQL was dead', tally.unanswered),
    none('times the service was not live while PostgreSQL was dead', tally.liveRed),
    none('times the service did not heal by itself from the death of PostgreSQL', tally.notHealed),
    counted('slowest restart of a killed service, ms', tally.slowestMs.service),
    counted('slowest healing after the death of PostgreSQL, ms', tally.slowestMs.database),
  ];
}
