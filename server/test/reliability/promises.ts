import type { Figure } from './figures.js';
import type { Given } from './given.js';
import { proveR1 } from './promises/r1.js';
import { proveR13 } from './promises/r13.js';
import { proveR14 } from './promises/r14.js';
import { proveR15 } from './promises/r15.js';
import { proveR2 } from './promises/r2.js';
import { proveR3 } from './promises/r3.js';
import { proveR4 } from './promises/r4.js';
import { proveR5 } from './promises/r5.js';
import { proveR6 } from './promises/r6.js';
import { proveR7 } from './promises/r7.js';
import { proveR8 } from './promises/r8.js';
import { proveR9 } from './promises/r9.js';

/** A promise of the design, with the proof at the size of every test run and at full size. */
export interface Promised {
  readonly id: string;
  readonly title: string;
  /** How it is proved, for docs/reliability.md. */
  readonly introduction: string;
  readonly quick: (given: Given) => Promise<Figure[]>;
  readonly full: (given: Given) => Promise<Figure[]>;
}

export const PROMISES: readonly Promised[] = [
  {
    id: 'R1',
    title: '2xx only after the event is durably stored',
    introduction:
      'The service runs as a process of its own on its own embedded PostgreSQL and takes random batches from eight senders. At a random moment of the load the service, PostgreSQL (the postmaster and every backend), or both are killed with `kill -9`, in turn. Everything that any sender saw acknowledged with status 200 must be there afterwards, whole; sending all of it again must make exactly one row of each. When only PostgreSQL dies, the service starts it again by itself; meanwhile it stays live and answers every request, with 503 and `Retry-After` where it must.',
    quick: (given) => proveR1({ ...given, rounds: 5, events: 1_000 }),
    full: (given) => proveR1({ ...given, rounds: 50, events: 10_000 }),
  },
  {
    id: 'R2',
    title: 'A repeated event is one row',
    introduction:
      'Every event is sent by twenty senders at once, half of them through a second service on the same database: in batches of random size and order, one by one, as JSON, NDJSON and gzip of both, three times within one request, by importing a CSV file three times, and from a file, over HTTP and by webhook at once. Each must be one row, and the answers must call all but one of its repetitions a duplicate.',
    quick: (given) => proveR2({ ...given, keys: 500, senders: 20 }),
    full: (given) => proveR2({ ...given, keys: 10_000, senders: 20 }),
  },
  {
    id: 'R3',
    title: 'Identity is (tenant, source, id)',
    introduction:
      'The same ids are sent by two tenants and by two sources of one tenant, named by the key or by the record itself. Then, for every free field of every kind and for a label, two records of one moment contradict each other: the one that lost must be listed, once, however often both are repeated.',
    quick: (given) => proveR3({ ...given, ids: 510 }),
    full: (given) => proveR3({ ...given, ids: 10_000 }),
  },
  {
    id: 'R4',
    title: 'Nothing is dropped in silence',
    introduction:
      'Seven tenths of the events are new, a tenth repeats some of those, and the rest is defective in forty ways worked out by hand from the rules for records. The three numbers must come out of the answers; the quarantine, read page by page, must hold every refused record as it was sent, lines that are no JSON included. Each is then replayed as it was (refused again), mended (stored), and once more (refused with 409).',
    quick: (given) => proveR4({ ...given, events: 5_000 }),
    full: (given) => proveR4({ ...given, events: 100_000 }),
  },
  {
    id: 'R5',
    title: 'One bad item does not sink a batch',
    introduction:
      'Batches of 1,000 with bad items first, last, in the middle, in runs, at random, all or none, as JSON and as NDJSON. The answer must name exactly the bad ones, by index, id, reason and field; everything else must be stored.',
    quick: (given) => proveR5({ ...given, batches: 10 }),
    full: (given) => proveR5({ ...given, batches: 200 }),
  },
  {
    id: 'R6',
    title: 'Requests are bounded',
    introduction:
      'Many bodies far beyond the limit of 16 MiB are sent side by side, by senders that go on whatever they are told: with a declared length, in chunks without one, as gzip that inflates to it, and without a key. Each sender must get to read its refusal, and the memory of the service, sampled every 10 ms, must not grow by more than 50 MiB.',
    quick: (given) => proveR6({ ...given, streams: 10, mebibytes: 64 }),
    full: (given) => proveR6({ ...given, streams: 100, mebibytes: 1_024 }),
  },
  {
    id: 'R7',
    title: 'Status codes tell the sender what to do',
    introduction:
      'Broken bodies, encodings and content types go to every route that takes a body: never 5xx. Then the wire between service and database is cut: every route that needs the database must answer 503 with `Retry-After`, liveness stays green, readiness is red, and the service is back by itself. At last the database falls silent under more records than may wait: senders are told to come back later while the first ones still wait.',
    quick: (given) => proveR7({ ...given, outages: 2 }),
    full: (given) => proveR7({ ...given, outages: 20 }),
  },
  {
    id: 'R8',
    title: 'Webhooks are authentic, and answered fast',
    introduction:
      'A connection whose secret was rotated three times takes deliveries signed with its last two secrets. Then everything that can be done to one of them without a secret is done: every bit of its body flipped, the body cut at every byte, every character of every header changed, cut or left out, signed too early or too late, with secrets that were good once or are good elsewhere, sent to other addresses. Each must be refused with the same 401, and leave every row of the tenants as it was. One delivery is repeated by twenty senders at once; hostile and unreadable payloads that are authentic must be stored or quarantined; while the database is away providers are told to come back. At last the answers are timed, from the moment at which a delivery was due, and so is whether a refusal gives away that an address exists: which of two refusals takes longer must be chance.',
    quick: (given) => proveR8({ ...given, bits: 1, seconds: 2, burst: 100, pairs: 50, isTimed: false }),
    full: (given) => proveR8({ ...given, bits: 8, seconds: 100, burst: 2_000, pairs: 1_000, isTimed: true }),
  },
  {
    id: 'R9',
    title: 'Hostile text survives',
    introduction:
      'Every hostile value (NUL, lone surrogates, 10,000 levels, `__proto__`, numbers beyond all limits, wrong types, impossible dates and amounts) goes into every field of every kind, and texts of 10 MB into many. Each record must be stored or quarantined; what was stored is read back and compared; some of what was quarantined is replayed; bodies that are hostile as a whole must not be a failure (5xx) either.',
    quick: (given) => proveR9({ ...given, longTexts: 8 }),
    full: (given) => proveR9({ ...given, longTexts: 250 }),
  },
  {
    id: 'R13',
    title: 'Tenants never meet',
    introduction:
      'Every route that takes an id is called with the ids of another tenant: the answer must be 404, and the same as for an id that is nowhere. Then two tenants with the same ids and tell-tale values send and ask side by side, forty at a time through one pool of connections, some hanging up in the middle. Nobody may see or get a value of the other. At last the database itself is asked: row-level security must be forced on every table, must show the service’s role no row of others and none without a tenant, and the service must refuse to start where a wall is down.',
    quick: (given) => proveR13({ ...given, requests: 1_000, breaches: 1 }),
    full: (given) => proveR13({ ...given, requests: 10_000, breaches: 4 }),
  },
  {
    id: 'R14',
    title: 'Keys are safe',
    introduction:
      'Keys are made and looked for in lists and in a dump of the whole database, where only their digests may be. Every route is called with every set of scopes, without a key, and with unknown, expired and revoked ones. Then valid keys are put into every place of a request where they do not belong, with and without a database, at the most talkative log level: they may be in no log, no answer and no dump.',
    quick: (given) => proveR14({ ...given, keys: 20 }),
    full: (given) => proveR14({ ...given, keys: 1_000 }),
  },
  {
    id: 'R15',
    title: 'No injection',
    introduction:
      'A corpus for SQL, regular expressions, templates and headers goes into every place of every route where a sender can put a text: ids and parameters of the address, headers, every value and every name of the body, questions included, and every field of every kind of record. Tables, policies, functions, roles and the rows of another tenant must be as before.',
    quick: (given) => proveR15({ ...given, payloads: 8 }),
    full: (given) => proveR15({ ...given, payloads: 65 }),
  },
];
