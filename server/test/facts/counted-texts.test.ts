import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withTenant } from '../../src/database/session.js';
import { isRejection, parseRecord, type ParsedRecord, type Rejection } from '../../src/facts/record.js';
import { FactStore, prepareBatch } from '../../src/facts/store.js';
import { createTestDatabase, type TestDatabase } from '../database.js';

const now = Date.parse('2026-11-08T12:00:00Z');
const facts = new FactStore();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await withTenant(database.pool, 0, (client) => client.query("insert into tenant (slug, name) values ('a', 'A')"));
});
afterAll(() => database.drop());

const parse = (raw: object, keepTexts: boolean): ParsedRecord | Rejection =>
  parseRecord(raw, { source: 'test', now, hashPersonal: (value) => value, keepTexts, nameless: () => 'none' });

function read(raw: object, keepTexts: boolean): ParsedRecord {
  const parsed = parse(raw, keepTexts);
  if (isRejection(parsed)) throw new Error(parsed.message);
  return parsed;
}

/** The fact as it is stored after the batches. */
async function stored(kind: string, id: string, batches: readonly (readonly ParsedRecord[])[]) {
  for (const batch of batches) {
    const prepared = await prepareBatch(batch);
    await withTenant(database.pool, 1, (client) => facts.store(client, 1, prepared, { idleGapMs: 60_000 }));
  }
  const { rows } = await withTenant(database.pool, 1, (client) =>
    client.query<{ fact: Record<string, unknown> }>(
      `select to_jsonb(f) - array['k', 'id', 'eff_dialogue_k'] as fact from fact.${kind} f where id = $1`,
      [id],
    ),
  );
  return rows[0]!.fact;
}

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => permutations(all.toSpliced(i, 1)).map((rest) => [one, ...rest]));

const sent = { sentAt: '2026-11-03T10:00:00Z' };

describe.each([true, false])('where texts are kept: %s', (keepTexts) => {
  it.each<[string, string, object[], object]>([
    [
      'an edited message has the phrase of the last edit',
      'message',
      [
        { ...sent, observedAt: 1, text: 'Hello' },
        { ...sent, observedAt: 3, text: ' WHERE  is my order? ' },
        { ...sent, observedAt: 2, type: 'text' },
      ],
      { text: keepTexts ? ' WHERE  is my order? ' : null, phrase: 'where is my order?' },
    ],
    [
      'a long text takes the phrase of a short one away',
      'message',
      [
        { ...sent, observedAt: 1, text: 'Hello' },
        { ...sent, observedAt: 2, text: 'x'.repeat(201) },
        { ...sent, observedAt: 3, author: 'customer' },
      ],
      { text: keepTexts ? 'x'.repeat(201) : null, phrase: '' },
    ],
    [
      'who clears a text clears what was counted of it',
      'message',
      [
        { ...sent, observedAt: 1, text: 'Hello' },
        { ...sent, observedAt: 0, text: null, correct: true },
        { ...sent, observedAt: 2, text: 'Hello again' },
      ],
      { text: null, phrase: null },
    ],
    [
      'personal data is masked before the phrase is counted',
      'message',
      [{ ...sent, observedAt: 1, text: 'Call me: +7 916 123-45-67 or Ann@Example.org' }],
      { text: keepTexts ? 'Call me: [number] or [email]' : null, phrase: 'call me: [number] or [email]' },
    ],
    [
      'an SMS has as many parts as what was really sent',
      'notification',
      // 161 characters as sent, 153 with the number masked.
      [{ ...sent, observedAt: 1, channel: 'sms', text: `${'a'.repeat(145)} +791612345678901` }],
      { text: keepTexts ? `${'a'.repeat(145)} [number]` : null, text_parts: 2 },
    ],
  ])('%s, in whatever order its records come', async (_, kind, records, expected) => {
    const dumps: unknown[] = [];
    for (const [index, order] of permutations(records).entries()) {
      for (const together of [true, false]) {
        const id = `${kind}-${expect.getState().currentTestName}-${index}-${together}`.slice(-200);
        const parsed = order.map((record) => read({ kind, id, ...record }, keepTexts));
        const fact = await stored(kind, id, together ? [parsed] : parsed.map((record) => [record]));
        expect(fact).toMatchObject(expected);
        dumps.push(fact);
      }
    }
    for (const dump of dumps) expect(dump).toEqual(dumps[0]);
  });
});

it('takes nothing that is counted from a sender', () => {
  expect(parse({ kind: 'message', id: '1', phrase: 'hello' }, true)).toMatchObject({ code: 'unknown_field' });
  expect(parse({ kind: 'notification', id: '1', textParts: 2 }, true)).toMatchObject({ code: 'unknown_field' });
});

it('lists a conflict of texts once', async () => {
  const parsed = ['one', 'two'].map((text) =>
    read({ kind: 'message', id: 'disputed', ...sent, observedAt: 1, text }, true),
  );
  await stored('message', 'disputed', [parsed]);
  const { rows } = await withTenant(database.pool, 1, (client) => client.query('select field, lost from conflict'));
  expect(rows).toEqual([{ field: 'text', lost: '"one"' }]);
});
