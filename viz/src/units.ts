/** How a number of a unit is written, with the decimals it has at most (null: as many as it needs). */
type Write = (value: number, decimals: number | null, locale: string) => string;

interface Step {
  readonly unit: 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'year';
  readonly seconds: number;
}

/** Grafana's own limits for the unit "s": the largest unit of which there is at least one. */
const durationSteps: readonly Step[] = [
  { unit: 'year', seconds: 31_536_000 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
  { unit: 'millisecond', seconds: 0.001 },
];

const SECOND: Step = { unit: 'second', seconds: 1 };

const seconds: Write = (value, decimals, locale) => {
  const step = value === 0 ? SECOND : (durationSteps.find((one) => Math.abs(value) >= one.seconds) ?? SECOND);
  return number(value / step.seconds, decimals, locale, { style: 'unit', unit: step.unit, unitDisplay: 'short' });
};

const written: Readonly<Record<string, Write>> = {
  s: seconds,
  ms: (value, decimals, locale) => seconds(value / 1000, decimals, locale),
  percent: (value, decimals, locale) => number(value, decimals, locale, { style: 'unit', unit: 'percent' }),
  percentunit: (value, decimals, locale) => number(value * 100, decimals, locale, { style: 'unit', unit: 'percent' }),
  locale: (value, decimals, locale) => number(value, decimals, locale, { minimumFractionDigits: 0 }),
  none: (value, decimals, locale) => number(value, decimals, locale, { useGrouping: false }),
  short: (value, decimals, locale) => number(value, decimals ?? 1, locale, { notation: 'compact' }),
};

const CURRENCY = /^currency:?([A-Z]{3})$/;

/** A number as a reader of the locale writes it; undefined for units that are left to Grafana's formats. */
export function writeNumber(
  value: number,
  unit: string,
  decimals: number | null | undefined,
  locale: string,
): string | undefined {
  const code = CURRENCY.exec(unit)?.[1];
  if (code !== undefined) {
    return number(value, decimals ?? 2, locale, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
  }
  return written[unit]?.(value, decimals ?? null, locale);
}

/** A text such as 1234.5 with the locale's point and as many decimals; any other text as it is. */
export function localise(text: string, locale: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  return number(Number(text), text.split('.')[1]?.length ?? 0, locale, { useGrouping: false });
}

const formats = new Map<string, Intl.NumberFormat>();

function number(
  value: number,
  decimals: number | null,
  locale: string,
  options: Omit<Intl.NumberFormatOptions, 'maximumFractionDigits'>,
): string {
  const digits = decimals === null ? { maximumFractionDigits: 2 } : exactly(decimals);
  const all = { ...digits, ...options };
  const key = `${locale} ${JSON.stringify(all)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, all);
  formats.set(key, format);
  return format.format(Object.is(value, -0) ? 0 : value);
}

function exactly(decimals: number): Intl.NumberFormatOptions {
  const digits = Math.min(Math.max(Math.trunc(decimals), 0), 20);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}
