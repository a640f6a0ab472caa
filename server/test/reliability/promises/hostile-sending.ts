import type { Attack } from '../records/hostile.js';
import type { Answer } from '../service/http.js';
import type { ServiceProcess } from '../service/service-process.js';

export interface Fallen extends Attack {
  /** The answer in words. */
  readonly why: string;
}

interface Outcome {
  fallen: Fallen[];
  accepted: Attack[];
  rejected: number;
  unaccounted: number;
}

const PATH = '/api/v1/records';

const post = (service: ServiceProcess, key: string, batch: readonly Attack[]): Promise<Answer> =>
  service.call('POST', PATH, key, `{"records":[${batch.map(({ json }) => json).join(',')}]}`);

/** Sends a batch; one that fails is cut in halves until the records at which it fails are found. */
export async function sendBatch(service: ServiceProcess, key: string, batch: readonly Attack[]): Promise<Outcome> {
  const answer = await post(service, key, batch);
  const { status, body } = answer;
  if (status === 200) {
    const rejected = new Set((body.rejected as { index: number }[]).map(({ index }) => index));
    return {
      fallen: [],
      accepted: batch.filter((_, index) => !rejected.has(index)),
      rejected: rejected.size,
      unaccounted: Math.abs(batch.length - body.stored - body.duplicates - body.rejected.length),
    };
  }
  const [first] = batch;
  if (batch.length === 1 && first !== undefined) {
    return { fallen: [{ ...first, why: await service.explain(answer) }], accepted: [], rejected: 0, unaccounted: 0 };
  }
  const middle = Math.ceil(batch.length / 2);
  const halves = [
    await sendBatch(service, key, batch.slice(0, middle)),
    await sendBatch(service, key, batch.slice(middle)),
  ];
  return {
    fallen: halves.flatMap(({ fallen }) => fallen),
    accepted: halves.flatMap(({ accepted }) => accepted),
    rejected: halves.reduce((sum, { rejected }) => sum + rejected, 0),
    unaccounted: halves.reduce((sum, { unaccounted }) => sum + unaccounted, 0),
  };
}

const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + '1' + close.repeat(depth);

/** Whole bodies, by what is wrong with them. */
export const HOSTILE_BODIES: readonly (readonly [string, string | Uint8Array])[] = [
  ['empty', ''],
  ['null', 'null'],
  ['a number', '1e400'],
  ['a text', '"\\ud800"'],
  ['lists a million deep', deep('[', ']', 1_000_000)],
  ['objects 100,000 deep', deep('{"records":', '}', 100_000)],
  ['records 100,000 deep', `{"records":[${deep('[', ']', 100_000)}]}`],
  ['records that are no list', '{"records":{"length":3}}'],
  ['a __proto__ with records', '{"__proto__":{"records":[]}}'],
  ['records beside a __proto__', '{"records":[],"__proto__":{"polluted":true}}'],
  ['two lists of records', '{"records":[],"records":[{}]}'],
  ['5,001 records', `{"records":[${'0,'.repeat(5_000)}0]}`],
  ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
  ['UTF-16', Buffer.from('{"records":[]}', 'utf16le')],
  ['with a byte order mark', '\ufeff{"records":[]}'],
  ['a NUL', '\u0000'],
  ['cut off', '{"records":[{"kind":"call"'],
  ['a million commas', `[${','.repeat(1_000_000)}]`],
];

/** Bodies that are hostile as a whole, as JSON and as lines of JSON. */
export async function sendWholeBodies(
  service: ServiceProcess,
  key: string,
): Promise<{ name: string; answer: Answer }[]> {
  const answers: { name: string; answer: Answer }[] = [];
  for (const [name, body] of HOSTILE_BODIES) {
    for (const type of ['application/json', 'application/x-ndjson']) {
      const answer = await service.call('POST', PATH, key, body, { 'content-type': type });
      answers.push({ name: `${name}, as ${type}`, answer });
    }
  }
  return answers;
}
