import { parseRange, type RawRange, type WeekStart } from '@switchboard/viz';
import type { Speech } from '../../i18n/LanguageProvider.js';
import { rangeWords } from './range-words.js';

/** A range as one says it, else by its times in the zone; what is no range stands as it is written. */
export function rangeText(
  range: RawRange,
  timeZone: string,
  now: number,
  weekStart: WeekStart,
  speech: Speech,
): string {
  const words = rangeWords(range, speech);
  if (words !== undefined) return words;
  try {
    const { from, to } = parseRange(range.from, range.to, timeZone, now, weekStart);
    return `${speech.formats.dateTime(from, timeZone)} – ${speech.formats.dateTime(to, timeZone)}`;
  } catch {
    return `${range.from} – ${range.to}`;
  }
}
