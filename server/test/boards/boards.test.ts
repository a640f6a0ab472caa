import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { metric } from '../../src/catalogue/metrics.js';
import { writeHistory } from '../../src/demo/history.js';
import { afternoonZone, type Zone } from '../afternoon.js';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { busySeed } from './busy.js';
import { beginning, boards, sent } from './saved.js';

interface Field {
  name: string;
  type: string;
  labels?: Record<string, string>;
}
interface Result {
  status: number;
  error?: string;
  frames: { schema: { fields: Field[] }; data: { values: unknown[][] } }[];
}

const days = 4;
const panels = boards.flatMap((board) => board.panels.map((panel) => ({ ...panel, board })));
const numbers = boards.flatMap((board) =>
  board.numbers.map((number) => ({ name: `${board.title}: ${number}`, board, number })),
);

/** States of this very moment, when with luck nobody waits, and a balance of the contented and the others. */
const mayBeZero = new Set(['Waiting in queues', 'Longest wait now', 'Net promoter score']);

/** Numbers and texts of an answer, without times and empty places. */
const told = ({ frames }: Result): unknown[] =>
  frames.flatMap(({ schema, data }) =>
    schema.fields.flatMap(({ type }, index) =>
      type === 'time' ? [] : (data.values[index] ?? []).filter((value) => value !== null),
    ),
  );

describe('every panel of every board', () => {
  let app: TestApp;
  let full: TestTenant;
  let empty: TestTenant;
  let now: number;
  let zone: Zone;
  const answers = new Map<string, Promise<Record<string, Result>>>();

  beforeAll(async () => {
    app = await startTestApp();
    full = await app.tenant('full');
    empty = await app.tenant('empty');
    now = Date.now();
    zone = afternoonZone(now);
    const write = async (records: object[]) => {
      const { status, body } = await app.call('POST', '/api/v1/records', full.ingestKey, { records });
      expect([status, body.rejected]).toEqual([200, []]);
    };
    const seed = busySeed('boards', now, zone.name);
    await writeHistory({ seed, now: new Date(now), days, zone: zone.name, write });
    // What every intake has to bear: something sent again, something that contradicts it, something that is no record.
    const notice = { kind: 'notification', id: 'again', channel: 'sms', createdAt: now - 60_000, provider: 'one' };
    await write([notice, notice, { ...notice, provider: 'two' }]);
    const refused = await app.call('POST', '/api/v1/records', full.ingestKey, { records: [{ ...notice, channel: 1 }] });
    expect(refused.body.rejected).toHaveLength(1);
  });
  afterAll(() => app.stop());

  /** A board's answers, each panel's under its title, from one request. */
  const answersOf = (
    board: (typeof boards)[number],
    { slug, readKey }: TestTenant,
  ): Promise<Record<string, Result>> => {
    const key = `${slug} ${board.uid}`;
    const asked = answers.get(key) ?? ask(readKey, board.from, board.panels.map(({ title, target }) => sent(target, title, board.numbers[0]))); // prettier-ignore
    answers.set(key, asked);
    return asked;
  };
  const ask = async (key: string, from: string, queries: object[]): Promise<Record<string, Result>> => {
    const range = { timeZone: zone.name, from: beginning(from, now, zone), to: now };
    const { status, body } = await app.call('POST', '/api/v1/query', key, { ...range, queries });
    expect(status).toBe(200);
    return body.results;
  };

  it.each(panels)('$name has something to show', async ({ board, title }) => {
    const result = (await answersOf(board, full))[title]!;
    expect([result.status, result.error]).toEqual([200, undefined]);
    const shown = told(result);
    expect(shown.length).toBeGreaterThan(0);
    if (!mayBeZero.has(title)) expect(shown.filter((value) => value !== 0)).not.toEqual([]);
  });

  it.each(panels)('$name shows zero or nothing where there are no records', async ({ board, title }) => {
    const result = (await answersOf(board, empty))[title]!;
    expect([result.status, result.error]).toEqual([200, undefined]);
    expect(told(result).filter((value) => value !== 0)).toEqual([]);
  });

  it.each(numbers)(
    '$name has as many records as it counts, and none of its own where there are none',
    async ({ board, number }) => {
      const queries = board.panels.map(({ title, target }) => sent(target, title, number));
      const { Records: none } = await ask(empty.readKey, board.from, queries);
      expect([none!.status, told(none!)]).toEqual([200, []]);
      const { Records: records, 'The number': shown } = await ask(full.readKey, board.from, queries);
      expect([records!.status, shown!.status]).toEqual([200, 200]);
      const definition = metric(number)!;
      const measure = definition.fact.measures[definition.numerator.measure]!;
      if (measure.aggregate !== 'count' || definition.denominator !== undefined || definition.perTime) return;
      const [value] = told(shown!) as number[];
      expect(records!.frames[0]?.data.values[0]?.length ?? 0).toBe(Math.min(value!, 1000));
    },
  );

  const slices = panels.filter(({ target: { format, groupBy, metrics } }) => {
    const definition = metric(metrics[0]?.id ?? '');
    const measure = definition?.fact.measures[definition.numerator.measure];
    return format === 'single' && groupBy?.length === 1 && measure?.aggregate === 'count' && !definition?.denominator;
  });

  it.each(slices)('$name: each part leads to as many records as it counts', async ({ board, title, target }) => {
    const partsOf = ({ frames: [frame] }: Result) =>
      frame!.schema.fields.flatMap(({ labels }, index) => {
        const group = labels?.[target.groupBy![0]!];
        const value = frame!.data.values[index]?.[0] as number;
        return group === undefined || group === 'Others' || value > 1000 ? [] : [{ group, value }];
      });
    const parts = partsOf((await answersOf(board, full))[title]!);
    const { groupBy, top, ...behind } = sent(target, 'A') as Record<string, unknown>;
    expect([groupBy, top]).not.toContain(undefined);
    const queries = parts.map(({ group }, index) => ({
      ...behind,
      refId: String(index),
      format: 'facts',
      limit: 1000,
      filters: [...(behind['filters'] as object[]), { key: target.groupBy![0], operator: '=', values: [group] }],
    }));
    // Asked again in the same request: the last quarter of an hour goes on meanwhile.
    const listed = await ask(full.readKey, board.from, [sent(target, 'parts'), ...queries]);
    const shown = new Map(partsOf(listed['parts']!).map(({ group, value }) => [group, value]));
    const counts = parts.map((_, index) => listed[String(index)]!.frames[0]?.data.values[0]?.length ?? 0);
    expect(counts).toEqual(parts.map(({ group }) => shown.get(group) ?? 0));
  });
});
