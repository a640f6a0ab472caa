import type { Language } from './texts.js';

/** Numbers, durations and times as a language writes them. */
export interface Formats {
  /** A number with thousands separators. */
  number(value: number, decimals?: number): string;
  /** Percent, 0 to 100, with one decimal. */
  percent(value: number): string;
  /** Seconds as the two largest units that say something: "2 h 5 min", "3 d 4 h", "350 ms". */
  duration(seconds: number): string;
  /** A count of a unit of time in words: "3 days". */
  units(count: number, unit: TimeUnit): string;
  /** A moment (ISO 8601 or epoch milliseconds) in a time zone, to the minute. */
  dateTime(moment: string | number, timeZone: string): string;
}

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The formats of a language, by Intl. */
export function formatsOf(language: Language): Formats {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  return {
    number: (value, decimals = 0) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
        value,
      ),
    percent: (value) =>
      new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
        value / 100,
      ),
    duration: (seconds) => {
      const whole = Math.round(Math.abs(seconds));
      if (whole === 0 && seconds !== 0) return unit(Math.round(seconds * 1000), 'millisecond');
      const sign = seconds < 0 ? '−' : '';
      const first = UNITS.findIndex(([, size]) => whole >= size);
      if (first === -1) return unit(0, 'second');
      const shown: string[] = [];
      let rest = whole;
      for (const [name, size] of UNITS.slice(first, first + 2)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0) shown.push(unit(count, name));
      }
      return sign + shown.join(' ');
    },
    units: (count, name) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count),
    dateTime: (moment, timeZone) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(moment)),
  };
}
