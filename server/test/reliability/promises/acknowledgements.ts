import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, atMost, counted, type Figure, none } from '../figures.js';
import type { ServiceProcess } from '../service/service-process.js';
import { inParallel } from '../service/http.js';
import { type Address, deliver, seal } from '../service/webhooks.js';

const LANES = 20;
/** Deliveries a second: 1.7 million a day. */
const RATE = 20;
const PROMISED_MS = 500;
/** Per cent around one half: what chance leaves of a thousand pairs is below 5. */
const SLACK = 5;

/** Milliseconds from the moment a delivery was due until its answer, and how many were not taken. */
class Waits {
  private readonly times: number[] = [];
  private failed = 0;

  constructor(
    private readonly service: ServiceProcess,
    private readonly address: Address,
  ) {}

  async take(id: string, due = performance.now()): Promise<void> {
    const record = { kind: 'message', id, sentAt: '2020-01-01T00:00:00Z', author: 'customer' };
    const { status } = await deliver(this.service, seal(this.address, JSON.stringify({ data: record }), { id }));
    this.times.push(performance.now() - due);
    if (status !== 200) this.failed += 1;
  }

  figures(how: string, isJudged: boolean): Figure[] {
    const sorted = this.times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    const what = `${how}: milliseconds until the answer, 99th percentile`;
    return [
      counted(`${how}: deliveries of one record`, sorted.length),
      none(`${how}: not answered with 200`, this.failed),
      counted(`${how}: milliseconds until the answer, median`, at(0.5)),
      isJudged ? atMost(what, at(0.99), PROMISED_MS) : counted(what, at(0.99)),
    ];
  }
}

/**
 * How long providers wait for their answers, at a steady rate, whatever the answers take, and when several deliver as fast as they
 * are answered, which is a measure of the machine.
 * @param isJudged whether the time is held against the promise; a busy machine of tests says nothing about it
 */
export async function answerTimes(
  service: ServiceProcess,
  address: Address,
  { seconds, burst, isJudged }: { seconds: number; burst: number; isJudged: boolean },
): Promise<Figure[]> {
  const steady = new Waits(service, address);
  const begun = performance.now();
  const sent = Array.from({ length: seconds * RATE }, async (_, n) => {
    const due = begun + (1_000 * n) / RATE;
    await sleep(due - performance.now());
    await steady.take(`steady-${n}`, due);
  });
  await Promise.all(sent);
  const rush = new Waits(service, address);
  const numbers = Array.from({ length: burst }, (_, n) => n);
  await inParallel(numbers, LANES, (n) => rush.take(`rush-${n}`));
  return [
    ...steady.figures(`${RATE} deliveries a second`, isJudged),
    ...rush.figures(`${LANES} deliveries at once, without pause`, false),
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
