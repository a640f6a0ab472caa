import { readFileSync } from 'node:fs';

/**
 * What january.txt says, found without the product: `node anonymousbank.mjs FILE`. Everything stays on the bank's own clocks,
 * as texts and seconds of the day; no zone is needed for counting by the local hour.
 */
export function expectedOf(path) {
  const lines = readFileSync(path, 'latin1').replaceAll('\r', '').split('\n');
  const result = {
    rows: 0,
    malformed: [],
    byOutcome: {},
    byHour: {},
    byDay: {},
    queued: 0,
    waitedSeconds: 0,
    abandoned: 0,
    talkSeconds: 0,
    untimedAnswers: 0,
    ids: 0,
  };
  const seconds = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + +part, 0);
  const apart = (from, to) => (seconds(to) - seconds(from) + 86400) % 86400;
  const ids = {};
  lines.forEach((line, i) => {
    if (i === 0 || line === '') return;
    const f = line.split('\t');
    if (f.length !== 17) return result.malformed.push(i + 1);
    const outcome = f[12];
    result.rows += 1;
    ids[f[0] + f[5] + '.' + f[1]] = true;
    result.byOutcome[outcome] = (result.byOutcome[outcome] ?? 0) + 1;
    const hour = Number(f[6].split(':')[0]);
    result.byHour[hour] = (result.byHour[hour] ?? 0) + 1;
    result.byDay[f[5]] = (result.byDay[f[5]] ?? 0) + 1;
    if (f[9] !== '0:00:00') {
      result.queued += 1;
      result.waitedSeconds += apart(f[9], f[10]);
      if (outcome === 'HANG') result.abandoned += 1;
    }
    if (outcome === 'AGENT' && f[13] === '0:00:00') result.untimedAnswers += 1;
    if (outcome === 'AGENT' && f[13] !== '0:00:00') result.talkSeconds += apart(f[13], f[14]);
  });
  result.ids = Object.keys(ids).length;
  return result;
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(expectedOf(process.argv[2]), null, 2));
