import { readFileSync } from 'node:fs';

/**
 * What january.txt says, found without the product: `node anonymousbank.mjs FILE`. Everything stays on the bank's own clocks,
 * as texts and seconds of the day; no time zone is needed to count by the local hour.
 */
const seconds = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
/** From one time of day to the next one of that name: past midnight where it must be. */
const until = (from, to) => (seconds(to) - seconds(from) + 86400) % 86400;
const result = {
  ...{ rows: 0, malformed: [], ids: 0, byOutcome: {}, byHour: {}, byDay: {}, byServer: {} },
  ...{ byOutcomeAndHour: {}, answered: 0, answeredWaits: 0, answeredIn20: 0, abandonedIn5: 0 },
  ...{ queued: 0, waitedSeconds: 0, abandoned: 0, talkSeconds: 0, untimedAnswers: 0, pastMidnight: 0 },
};
const add = (table, key) => (table[key] = (table[key] ?? 0) + 1);
const ids = {};
readFileSync(process.argv[2], 'latin1')
  .split('\n')
  .forEach((line, i) => {
    const f = line.trimEnd().split('\t');
    if (i === 0 || line === '') return;
    if (f.length !== 17) return void result.malformed.push(i + 1);
    const [outcome, start, exit] = f.slice(12, 15);
    result.rows += 1;
    ids[`${f[0]} ${f[5]} ${f[1]}`] = true;
    add(result.byOutcome, outcome);
    add(result.byHour, Number(f[6].split(':')[0]));
    add(result.byOutcomeAndHour, `${outcome} ${Number(f[6].split(':')[0])}`);
    add(result.byDay, f[5]);
    if (outcome === 'AGENT' && f[16] !== 'NO_SERVER') add(result.byServer, f[16]);
    if (f[9] !== '0:00:00') {
      result.queued += 1;
      result.waitedSeconds += until(f[9], f[10]);
      const waited = until(f[9], f[10]);
      if (outcome === 'HANG') result.abandoned += 1;
      if (outcome === 'HANG' && waited < 5) result.abandonedIn5 += 1;
      if (outcome === 'AGENT') {
        result.answered += 1;
        result.answeredWaits += waited;
        if (waited <= 20) result.answeredIn20 += 1;
      }
    }
    if (outcome !== 'AGENT') return;
    if (start === '0:00:00') result.untimedAnswers += 1;
    else result.talkSeconds += until(start, exit);
    if (seconds(exit) < seconds(start)) result.pastMidnight += 1;
  });
result.ids = Object.keys(ids).length;
console.log(JSON.stringify(result));
