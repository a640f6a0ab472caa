import { atLeast, atMost, counted, type Figure } from '../figures.js';
import type { ServiceProcess } from '../service/service-process.js';
import { inParallel } from '../service/http.js';
import { type Address, deliver, seal } from '../service/webhooks.js';

const LANES = 20;
const PROMISED_MS = 500;
/** Per cent around one half: what chance leaves of a thousand pairs is below 5. */
const SLACK = 5;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/**
 * How long providers wait for their answers: many deliveries of one record each, twenty at a time.
 * @param isJudged whether the time is held against the promise; a busy machine of tests says nothing about it
 */
export async function answerTimes(
  service: ServiceProcess,
  address: Address,
  count: number,
  isJudged: boolean,
): Promise<Figure[]> {
  const times: number[] = [];
  let failed = 0;
  const numbers = Array.from({ length: count }, (_, n) => n);
  await inParallel(numbers, LANES, async (n) => {
    const body = JSON.stringify({ data: { kind: 'message', id: `timed-${n}`, sentAt: '2020-01-01T00:00:00Z', author: 'customer' } }); // prettier-ignore
    const sealed = seal(address, body, { id: `msg_${n}` });
    const begun = performance.now();
    const { status } = await deliver(service, sealed);
    times.push(performance.now() - begun);
    if (status !== 200) failed += 1;
  });
  times.sort((a, b) => a - b);
  const p99 = percentile(times, 0.99);
  const what = 'milliseconds until the answer, 99th percentile';
  return [
    counted(`deliveries, ${LANES} at a time, one record each`, count),
    atMost('of them not answered with 200', failed, 0),
    counted('milliseconds until the answer, median', percentile(times, 0.5)),
    isJudged ? atMost(what, p99, PROMISED_MS) : counted(what, p99),
  ];
}

/**
 * Whether the time of a refusal gives away that an address exists: one that does and one that does not are called in pairs,
 * one after the other, in turns first.
 */
export async function refusalTimes(
  service: ServiceProcess,
  there: Address,
  nowhere: Address,
  pairs: number,
  isJudged: boolean,
): Promise<Figure[]> {
  const sealed = seal(there, '{"kind":"call","id":"forged"}', { secrets: [nowhere.secret] });
  const time = async (path: string): Promise<number> => {
    const begun = performance.now();
    await deliver(service, { ...sealed, path });
    return performance.now() - begun;
  };
  let slower = 0;
  for (let n = 0; n < pairs; n += 1) {
    const [first, second] = n % 2 === 0 ? [there, nowhere] : [nowhere, there];
    const [one, other] = [await time(first.path), await time(second.path)];
    if (one > other === (first === there)) slower += 1;
  }
  const share = (100 * slower) / pairs;
  const what = 'per cent in which the address that exists took longer';
  return [
    counted('pairs of refusals by an address that exists and one that does not', pairs),
    ...(isJudged ? [atLeast(what, share, 50 - SLACK), atMost(what, share, 50 + SLACK)] : [counted(what, share)]),
  ];
}
