import type { Progress } from './history.js';

/** Says how far the history is, at most once a tenth of it. */
export function tellProgress(say: (line: string) => void): (progress: Progress) => void {
  let told = 0;
  return ({ day, daysWritten, days, records }) => {
    const tenth = Math.floor((daysWritten / days) * 10);
    if (tenth === told) return;
    told = tenth;
    say(`History back to ${day}: ${daysWritten} of ${days} days, ${records.toLocaleString('en')} records`);
  };
}
