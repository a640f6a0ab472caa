import { describe, expect, it } from '@jest/globals';
import { describeColumns, nameColumns, toRecords } from './asterisk-cdr.js';

const fixed = {
  accountcode: '',
  src: '79990000001',
  dst: '5550100',
  dcontext: 'from-carrier',
  clid: '"Someone" <79990000001>',
  channel: 'SIP/5550100-00000003',
  dstchannel: 'SIP/301-00000004',
  lastapp: 'Dial',
  lastdata: 'SIP/301,60,t',
  start: '2024-01-27 15:33:20',
  answer: '2024-01-27 15:33:30',
  end: '2024-01-27 15:34:20',
  duration: '60',
  billsec: '50',
  disposition: 'ANSWERED',
  amaflags: 'DOCUMENTATION',
};
type Fixed = typeof fixed;

const row = (changes: Partial<Fixed> = {}, ...further: string[]) =>
  nameColumns([...Object.values({ ...fixed, ...changes }), ...further]);
const read = (changes: Partial<Fixed> = {}, ...further: string[]) =>
  toRecords(row(changes, ...further), { timeZone: 'Europe/Moscow', rowId: () => 'row-1' });
const at = (iso: string) => Date.parse(iso);
const unique = '1706369600.6';
const linked = '1706369590.1';

describe('the columns of a row', () => {
  it.each([
    [[], 'the 16 fixed ones'],
    [[unique], 'the 16 fixed ones, uniqueid'],
    [['pbx-1-1706369600.6'], 'the 16 fixed ones, uniqueid'],
    [['recording.wav'], 'the 16 fixed ones, userfield'],
    [[unique, ''], 'the 16 fixed ones, uniqueid, userfield'],
    [['', linked, '4'], 'the 16 fixed ones, peeraccount, linkedid, sequence'],
    [[unique, '', linked, '4'], 'the 16 fixed ones, uniqueid, peeraccount, linkedid, sequence'],
    [['', '', linked, '4'], 'the 16 fixed ones, userfield, peeraccount, linkedid, sequence'],
    [[unique, '', '', linked, '4'], 'the 16 fixed ones, uniqueid, userfield, peeraccount, linkedid, sequence'],
  ])('%j more are %s', (further, description) => {
    expect(describeColumns(row({}, ...further))).toBe(description);
  });

  it('refuses other numbers of fields', () => {
    expect(() => nameColumns(Object.values(fixed).slice(1))).toThrow('has 15 fields; a row of cdr_csv has 16 to 21');
    expect(() => nameColumns([...Object.values(fixed), '1', '2', '3', '4', '5', '6'])).toThrow('has 22 fields');
  });
});

describe('the records of a row', () => {
  it('are a leg and what the row knows of its call', () => {
    expect(read({}, unique, '', '', unique, '3')).toEqual([
      {
        kind: 'leg',
        id: '1706369600.6/3',
        call: unique,
        startedAt: at('2024-01-27T15:33:20+03:00'),
        answeredAt: at('2024-01-27T15:33:30+03:00'),
        endedAt: at('2024-01-27T15:34:20+03:00'),
        status: 'answered',
        direction: 'inbound',
        trunk: '5550100',
        operator: '301',
        talkSeconds: 50,
      },
      {
        kind: 'call',
        id: unique,
        startedAt: at('2024-01-27T15:33:20+03:00'),
        endedAt: at('2024-01-27T15:34:20+03:00'),
        direction: 'inbound',
        trunk: '5550100',
        fromNumber: '79990000001',
        toNumber: '5550100',
        dnis: '5550100',
      },
    ]);
  });

  it.each([
    ['its linkedid', [unique, '', '', linked, '3'], linked, `${unique}/3`],
    ['its linkedid where the unique id is not logged', ['', linked, '3'], linked, `${linked}/3`],
    ['its unique id where there is no linkedid', [unique, 'note'], unique, 'row-1'],
    ['itself where it has neither', [], 'row-1', 'row-1'],
    ['itself where both are empty', ['', '', '', '', ''], 'row-1', 'row-1'],
  ])('belong to the call of %s', (_, further, call, leg) => {
    expect(read({}, ...further)).toMatchObject([
      { kind: 'leg', id: leg, call },
      { kind: 'call', id: call },
    ]);
  });

  it('leave it to the channel that began the call to say who called whom', () => {
    const [, call] = read({ accountcode: 'sales' }, unique, '', '', linked, '3');
    expect(Object.keys(call ?? {})).toEqual(['kind', 'id', 'startedAt', 'endedAt']);
    expect(read({ accountcode: 'sales' }, linked, '', '', linked, '3')[1]).toMatchObject({
      fromNumber: '79990000001',
      labels: { account: 'sales' },
    });
  });

  it.each([
    ['ANSWERED', 'answered'],
    ['NO ANSWER', 'no_answer'],
    ['CANCEL', 'cancelled'],
    ['BUSY', 'busy'],
    ['CONGESTION', 'congestion'],
    ['FAILED', 'failed'],
    ['UNKNOWN', 'failed'],
  ])('say of %s: %s', (disposition, status) => {
    expect(read({ disposition })[0]).toMatchObject({ status });
  });

  it('keep billed seconds and disposition as they are when they disagree', () => {
    expect(read({ disposition: 'NO ANSWER' })[0]).toMatchObject({ status: 'no_answer', talkSeconds: 50 });
    expect(read({ billsec: '0' })[0]).toMatchObject({ status: 'answered', talkSeconds: 0 });
  });

  it('have no answer, end, seconds or numbers where the row has none', () => {
    const [leg, call] = read({
      answer: '',
      end: '',
      billsec: '-3',
      src: 'anonymous',
      dst: 's',
      disposition: 'NO ANSWER',
    });
    expect(leg).toEqual({
      ...{ kind: 'leg', id: 'row-1', call: 'row-1', status: 'no_answer' },
      startedAt: at('2024-01-27T15:33:20+03:00'),
    });
    expect(call).toEqual({ kind: 'call', id: 'row-1', startedAt: at('2024-01-27T15:33:20+03:00') });
  });

  it('name the queue of a call and the caller of a way out', () => {
    expect(read({ lastapp: 'Queue', lastdata: 'sales,t,,,60' })[1]).toMatchObject({ queue: 'sales' });
    expect(
      read({ channel: 'SIP/301-1', dstchannel: 'SIP/carrier-2', src: '301', disposition: 'BUSY' })[0],
    ).toMatchObject({
      ...{ direction: 'outbound', trunk: 'carrier', operator: '301', status: 'busy' },
    });
  });

  it('read the hour that the clocks show twice by the unique id', () => {
    // 1729987500 is 2024-10-27 00:05 UTC, 1729991100 an hour later: both 02:05 in Berlin.
    const times = { start: '2024-10-27 02:05:00', answer: '2024-10-27 02:05:10', end: '2024-10-27 02:06:00' };
    const [first, second] = ['1729987500.1', '1729991100.2'].map(
      (id) => toRecords(row(times, id), { timeZone: 'Europe/Berlin', rowId: () => 'row-1' })[0],
    );
    expect(first).toMatchObject({ startedAt: at('2024-10-27T00:05:00Z'), endedAt: at('2024-10-27T00:06:00Z') });
    expect(second).toMatchObject({
      startedAt: at('2024-10-27T01:05:00Z'),
      answeredAt: at('2024-10-27T01:05:10Z'),
      endedAt: at('2024-10-27T01:06:00Z'),
    });
  });

  it('believe an offset in the row before the zone', () => {
    expect(read({ start: '2024-01-27 15:33:20+0500' })[0]).toMatchObject({
      startedAt: at('2024-01-27T15:33:20+05:00'),
    });
  });

  it.each([
    [{ disposition: '50' }, 'disposition is none of Asterisk\'s: "50"'],
    [{ start: 'yesterday' }, 'start is no time such as 2024-01-27 15:07:24'],
    [{ answer: '15:33' }, 'answer is no time such as 2024-01-27 15:07:24'],
    [{ billsec: 'many' }, 'billsec is no number of seconds'],
  ])('are refused where the row is shifted or damaged: %j', (changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });
});
