/**
 * A bank's call centre, January 1999, call by call (tab separated, local time of Asia/Jerusalem).
 *
 * - A call_id is reused: with its line and its date it is unique.
 * - The outcome is the status: AGENT answered, HANG the caller gave up (cancelled), PHANTOM no real call (failed, tagged).
 * - A q_start of 0:00:00 says that the call did not queue, a ser_start of 0:00:00 that nobody served it.
 * - A row has one date; a time more than half a day before the call's entry belongs to the next day. Times a few seconds or
 *   minutes before it are the clocks' disagreement, and kept.
 * - A call ends where its last part ends; where clocks disagree, a service may end a second before its queue does.
 * - NO_SERVER is nobody's name.
 */
export const options = { delimiter: '\t', quote: null, source: 'anonymousbank' };

const HALF_A_DAY = 43_200_000;
const DAY = 86_400_000;
const statuses = { AGENT: 'answered', HANG: 'cancelled', PHANTOM: 'failed' };
const reasons = { AGENT: 'answered', HANG: 'abandoned' };

export function toRecords(row, { time }) {
  const status = statuses[row.outcome];
  if (status === undefined) return { error: `outcome is ${JSON.stringify(row.outcome)}` };
  if (!/^\d{6}$/.test(row.date)) return { error: `date is ${JSON.stringify(row.date)}` };
  const day = `19${row.date.slice(0, 2)}-${row.date.slice(2, 4)}-${row.date.slice(4)}`;
  const startedAt = time(`${day} ${row.vru_entry}`);
  const moment = (clock) => {
    const sameDay = time(`${day} ${clock}`);
    return sameDay < startedAt - HALF_A_DAY ? sameDay + DAY : sameDay;
  };
  const id = `${row['vru+line']}/${row.date}/${row.call_id}`;
  const queued = row.q_start !== '0:00:00';
  const served = row.ser_start !== '0:00:00';
  const call = {
    kind: 'call',
    id,
    direction: 'inbound',
    trunk: row['vru+line'],
    service: row.type,
    ...(row.customer_id !== '0' && { customer: row.customer_id }),
    ...(row.server !== 'NO_SERVER' && { operator: row.server }),
    startedAt,
    ...(status === 'answered' && served && { answeredAt: moment(row.ser_start) }),
    endedAt: moment(served ? row.ser_exit : queued ? row.q_exit : row.vru_exit),
    status,
    ...(row.outcome === 'HANG' && { hangupBy: 'caller' }),
    ...(row.outcome === 'PHANTOM' && { tags: ['phantom'] }),
    ...(status === 'answered' && served && { talkSeconds: Number(row.ser_time) }),
    labels: { priority: row.priority },
  };
  if (!queued) return call;
  const leftAt = moment(row.q_exit);
  const stay = {
    kind: 'queue_entry',
    id,
    call: id,
    queue: row.type,
    enteredAt: moment(row.q_start),
    ...(status === 'answered' && { answeredAt: leftAt }),
    leftAt,
    ...(reasons[row.outcome] !== undefined && { reason: reasons[row.outcome] }),
  };
  return [call, stay];
}
