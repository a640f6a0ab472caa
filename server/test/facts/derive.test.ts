import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestTenant } from '../app.js';
import { withTenant } from '../../src/database/session.js';

/** What is derived, against answers worked out by hand; 1 November 2026, 09:00 UTC is minute 0. */
const start = Date.UTC(2026, 10, 1, 9);
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  tenant = await app.tenant();
});

async function send(...records: Record<string, unknown>[]): Promise<void> {
  const answer = await app.call('POST', '/api/v1/records', tenant.ingestKey, { records });
  expect(answer.body).toMatchObject({ rejected: [] });
}

async function row(table: string, id: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await withTenant(app.pool, tenant.id, (client) =>
    client.query<Record<string, unknown>>(`select * from fact.${table} where id = $1`, [id]),
  );
  return rows[0];
}

const message = (id: string, author: string, minutes: number, more = {}) => ({
  kind: 'message', id, dialogue: 'd', author, sentAt: at(minutes), ...more,
}); // prettier-ignore

describe('a dialogue', () => {
  it('with a bot and then an operator is an operator dialogue that was handed over', async () => {
    await send(
      { kind: 'dialogue', id: 'd', startedAt: at(0), channel: 'web' },
      message('m1', 'bot', 0, { bot: 'b' }),
      message('m2', 'customer', 1),
      message('m3', 'customer', 2),
      message('m4', 'bot', 3, { bot: 'b' }),
      message('m5', 'customer', 4),
      message('m6', 'operator', 10, { operator: 'anna' }),
      message('m7', 'operator', 12, { operator: 'boris' }),
    );
    expect(await row('dialogue', 'd')).toMatchObject({
      customer_messages: 3, bot_messages: 2, operator_messages: 2, outcome: 'operator', handoff: true, turns: 2,
      first_response_ms: String(9 * 60_000), first_response_at: new Date(at(10)), answered_at: new Date(at(10)), wait_ms: String(10 * 60_000),
      operators: ['anna', 'boris'], bots: ['b'], offers: 0, skipped_offers: 0, episodes: 1,
    }); // prettier-ignore
  });

  it('starts the response clock anew when it is handed over', async () => {
    await send(
      { kind: 'dialogue', id: 'd', startedAt: at(0) },
      message('m1', 'customer', 0),
      message('m2', 'bot', 1),
      { kind: 'change', id: 'c', of: 'dialogue', dialogue: 'd', state: 'handed_off', at: at(20) },
      message('m3', 'operator', 25),
    );
    expect(await row('dialogue', 'd')).toMatchObject({
      first_response_ms: String(5 * 60_000),
      first_response_at: new Date(at(25)),
    });
  });

  it('answered by a bot alone counts as answered only while no operator was offered', async () => {
    await send({ kind: 'dialogue', id: 'd', startedAt: at(0) }, message('m1', 'customer', 0), message('m2', 'bot', 2));
    expect(await row('dialogue', 'd')).toMatchObject({ outcome: 'bot_only', answered_at: new Date(at(2)) });
    await send({ kind: 'assignment', id: 'a', dialogue: 'd', operator: 'anna', offeredAt: at(3) });
    expect(await row('dialogue', 'd')).toMatchObject({ outcome: 'bot_only', answered_at: null, offers: 1 });
  });

  it('skips an offer that ended without acceptance, by itself, by the next acceptance, or by the close', async () => {
    await send(
      { kind: 'dialogue', id: 'd', startedAt: at(0) },
      {
        kind: 'assignment',
        id: 'a1',
        dialogue: 'd',
        operator: 'anna',
        offeredAt: at(1),
        endedAt: at(2),
        endReason: 'declined',
      },
      { kind: 'assignment', id: 'a2', dialogue: 'd', operator: 'boris', offeredAt: at(2) },
      { kind: 'assignment', id: 'a3', dialogue: 'd', operator: 'clara', offeredAt: at(4), acceptedAt: at(5) },
      { kind: 'assignment', id: 'a4', dialogue: 'd', operator: 'dana', offeredAt: at(6) },
    );
    expect(await row('dialogue', 'd')).toMatchObject({ offers: 4, skipped_offers: 2, operators: ['clara'] });
    expect(await row('assignment', 'a2')).toMatchObject({ eff_ended_at: new Date(at(5)) });
    await send({ kind: 'dialogue', id: 'd', closedAt: at(9) });
    expect(await row('dialogue', 'd')).toMatchObject({ skipped_offers: 3 });
    expect(await row('assignment', 'a3')).toMatchObject({ eff_ended_at: new Date(at(9)) });
  });

  it('that nobody described counts at its first message, and no longer when that message is deleted', async () => {
    await send(message('m1', 'customer', 7));
    expect(await row('dialogue', 'd')).toMatchObject({ at: new Date(at(7)), customer_messages: 1 });
    await send({ kind: 'message', id: 'm1', deleted: true, observedAt: at(8) });
    expect(await row('dialogue', 'd')).toMatchObject({ at: null, customer_messages: 0, outcome: 'unhandled' });
  });

  it('loses a message that is moved to another one', async () => {
    await send(message('m1', 'customer', 0), message('m2', 'operator', 1));
    await send({ ...message('m2', 'operator', 1), dialogue: 'other', observedAt: at(5) });
    expect(await row('dialogue', 'd')).toMatchObject({ operator_messages: 0, outcome: 'unhandled' });
    expect(await row('dialogue', 'other')).toMatchObject({ operator_messages: 1, outcome: 'operator' });
  });

  it('opened again after a resolution has another episode', async () => {
    const state = (id: string, value: string, minutes: number) => ({
      kind: 'change', id, of: 'dialogue', dialogue: 'd', state: value, at: at(minutes),
    }); // prettier-ignore
    await send(
      { kind: 'dialogue', id: 'd', startedAt: at(0) },
      state('c1', 'open', 0),
      state('c2', 'resolved', 5),
      state('c3', 'open', 9),
    );
    expect(await row('dialogue', 'd')).toMatchObject({ episodes: 2 });
    expect(await row('change', 'c1')).toMatchObject({ until_at: new Date(at(5)) });
    expect(await row('change', 'c3')).toMatchObject({ until_at: null });
  });
});

describe('messages without a dialogue', () => {
  const said = (id: string, minutes: number) => ({
    kind: 'message', id, channel: 'viber', chat: 'shop', customer: 'ivan', author: 'customer', sentAt: at(minutes),
  }); // prettier-ignore

  it('make dialogues by an idle gap, named for their first message, whatever the order of arrival', async () => {
    await send(said('m3', 100), said('m1', 0));
    expect(await row('dialogue', 'm1')).toMatchObject({ customer_messages: 1 });
    expect(await row('dialogue', 'm3')).toMatchObject({ customer_messages: 1, first_channel: 'viber' });
    // 30 minutes are the default gap: these two close it.
    await send(said('m2', 29), said('m2b', 58), said('m2c', 87));
    expect(await row('dialogue', 'm1')).toMatchObject({ customer_messages: 5, at: new Date(at(0)) });
    expect(await row('dialogue', 'm3')).toBeUndefined();
    await send({ kind: 'message', id: 'm2b', deleted: true, observedAt: at(200) });
    expect(await row('dialogue', 'm1')).toMatchObject({ customer_messages: 2 });
    expect(await row('dialogue', 'm2c')).toMatchObject({ customer_messages: 2 });
  });
});

describe('a call', () => {
  const leg = (id: string, status: string, more = {}) => ({
    kind: 'leg', id, call: 'c', status, startedAt: at(0), ...more,
  }); // prettier-ignore

  it('takes from its best leg what it does not say itself', async () => {
    await send(
      { kind: 'call', id: 'c', startedAt: at(0), endedAt: at(4), direction: 'inbound' },
      leg('l1', 'no_answer', { operator: 'anna', trunk: 'east' }),
      leg('l2', 'answered', {
        operator: 'boris',
        trunk: 'west',
        answeredAt: at(1),
        talkSeconds: 60,
        direction: 'internal',
      }),
      leg('l3', 'answered', { operator: 'clara', answeredAt: at(2), talkSeconds: 20 }),
    );
    expect(await row('call', 'c')).toMatchObject({
      eff_status: 'answered', eff_operator: 'boris', eff_trunk: 'west', eff_direction: 'inbound', legs: 3,
      eff_talk_ms: '60000', duration_ms: String(3 * 60_000), duration_defect: false,
    }); // prettier-ignore
    await send({ kind: 'leg', id: 'l2', deleted: true, observedAt: at(9) });
    expect(await row('call', 'c')).toMatchObject({ eff_operator: 'clara', duration_ms: String(2 * 60_000), legs: 2 });
  });

  it('keeps talk seconds of a call that nobody answered, and counts a negative duration as a defect', async () => {
    await send(
      { kind: 'call', id: 'unanswered', startedAt: at(0), status: 'no_answer', talkSeconds: 12.5, holdSeconds: 2 },
      { kind: 'call', id: 'backwards', startedAt: at(0), status: 'answered', answeredAt: at(5), endedAt: at(4) },
    );
    expect(await row('call', 'unanswered')).toMatchObject({ eff_status: 'no_answer', duration_ms: '14500' });
    expect(await row('call', 'backwards')).toMatchObject({ duration_ms: null, duration_defect: true });
  });

  it('never moves its status back, except by a correction', async () => {
    await send({ kind: 'call', id: 'c', startedAt: at(0), status: 'answered', observedAt: at(1) });
    await send({ kind: 'call', id: 'c', status: 'no_answer', observedAt: at(50) });
    expect(await row('call', 'c')).toMatchObject({ eff_status: 'answered' });
    await send({ kind: 'call', id: 'c', status: 'busy', observedAt: at(20), correct: true });
    expect(await row('call', 'c')).toMatchObject({ eff_status: 'busy' });
    await send({ kind: 'call', id: 'c', status: 'answered', observedAt: at(60) });
    expect(await row('call', 'c')).toMatchObject({ eff_status: 'busy' });
  });
});

describe('a receipt', () => {
  it('settles outgoing messages sent before its watermark, also those that arrive later', async () => {
    await send(message('m1', 'operator', 1, { status: 'sent' }), message('m2', 'operator', 5, { status: 'sent' }), {
      kind: 'receipt',
      id: 'r',
      dialogue: 'd',
      status: 'read',
      upTo: at(3),
      at: at(6),
    });
    await send(message('late', 'bot', 2, { status: 'sent' }), message('theirs', 'customer', 2));
    expect(await row('message', 'm1')).toMatchObject({ eff_status: 'read', eff_read_at: new Date(at(6)) });
    expect(await row('message', 'late')).toMatchObject({ eff_status: 'read', eff_delivered_at: new Date(at(6)) });
    expect(await row('message', 'm2')).toMatchObject({ eff_status: 'sent', eff_read_at: null });
    expect(await row('message', 'theirs')).toMatchObject({ eff_status: null });
  });
});

describe('a change of an operator', () => {
  it('lasts until the next one of the same source, or until the source knows nothing any more', async () => {
    const change = (id: string, operator: string, state: string, minutes: number) => ({
      kind: 'change', id, of: 'operator', operator, state, at: at(minutes),
    }); // prettier-ignore
    await send(
      change('c1', 'anna', 'online', 0),
      change('c3', 'anna', 'offline', 30),
      change('b1', 'boris', 'online', 5),
    );
    await send(change('c2', 'anna', 'paused', 10));
    expect(await row('change', 'c1')).toMatchObject({ until_at: new Date(at(10)) });
    expect(await row('change', 'c2')).toMatchObject({ until_at: new Date(at(30)) });
    await send({ kind: 'change', id: 's', of: 'source', state: 'unknown', at: at(20) });
    expect(await row('change', 'c2')).toMatchObject({ until_at: new Date(at(20)) });
    expect(await row('change', 'b1')).toMatchObject({ until_at: new Date(at(20)) });
    await send({ kind: 'change', id: 's', deleted: true, observedAt: at(90) });
    expect(await row('change', 'c2')).toMatchObject({ until_at: new Date(at(30)) });
    expect(await row('change', 'b1')).toMatchObject({ until_at: null });
  });
});
