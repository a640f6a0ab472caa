/**
 * What the rows of a CSV file mean: an example to copy.
 *
 *     npm run import -- csv calls.csv --mapping docs/examples/csv-mapping.mjs --tenant acme \
 *       --time-zone Europe/Berlin
 *
 * It reads files such as
 *
 *     id,began,answered,ended,from,to,result,agent,queue,waited
 *     20240127-0001,2024-01-27 15:07:24,2024-01-27 15:07:40,2024-01-27 15:09:02,+4930111111,+4930222222,ANSWER,anna,sales,16
 *
 * A mapping is pure: the same row gives the same records in every reading, so reading a file again adds nothing. A file whose
 * ids start anew each day, or on each line, needs ids made of more than one column.
 */

/**
 * How the file is written; everything is optional, and these are the defaults:
 * `delimiter`  between two fields; '\t' for tabs, ';' where the comma is the decimal sign
 * `quote`      around fields that contain delimiters or line ends; null where the file quotes nothing
 * `escape`     before a quote inside quotes; the quote itself where missing
 * `relaxed`    whether a quote in the wrong place stands for itself instead of spoiling its row
 * `header`     true: the first row names the columns; or the names, where the file has no such row
 * `encoding`   'windows-1251', 'utf-16le' …
 * `source`     the system the rows come from; where missing, this file's name up to its first dot
 */
export const options = {
  delimiter: ',',
  quote: '"',
  relaxed: false,
  header: true,
  encoding: 'utf-8',
  source: 'old-pbx',
};

const statuses = { ANSWER: 'answered', NOANSWER: 'no_answer', BUSY: 'busy', CANCEL: 'cancelled' };

/**
 * The records of one row. Throw, or return `{ error: 'why' }`, to refuse it: it then waits in quarantine with its line number
 * and the reason, and the rest of the file is read. Return nothing to pass over it.
 *
 * @param {Record<string, string>} row the fields by the names of their columns
 * @param {object} context
 * @param {number} context.line the number of the row's first line
 * @param {string} [context.timeZone] what --time-zone says
 * @param {string} context.rowId an id made of the whole row, for files that have none
 * @param {(text: string, after?: number) => number} context.time reads a time on the clocks of --time-zone; in the hour that
 *   they show twice, the first one not before `after`
 */
export function toRecords(row, { time }) {
  const status = statuses[row.result];
  if (status === undefined) return { error: `result is ${JSON.stringify(row.result)}` };
  const startedAt = time(row.began);
  const answeredAt = row.answered === '' ? undefined : time(row.answered, startedAt);
  const endedAt = time(row.ended, startedAt);
  const call = {
    kind: 'call',
    id: row.id,
    direction: 'inbound',
    startedAt,
    ...(answeredAt !== undefined && { answeredAt }),
    endedAt,
    fromNumber: row.from,
    toNumber: row.to,
    status,
    ...(row.agent !== '' && { operator: row.agent }),
  };
  if (row.queue === '') return call;
  const leftAt = startedAt + Number(row.waited) * 1000;
  const wait = {
    kind: 'queue_entry',
    id: row.id,
    call: row.id,
    queue: row.queue,
    enteredAt: startedAt,
    ...(answeredAt !== undefined && { answeredAt: leftAt }),
    leftAt,
    reason: status === 'answered' ? 'answered' : 'abandoned',
  };
  return [call, wait];
}
