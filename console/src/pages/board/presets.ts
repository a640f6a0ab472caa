import type { RawRange } from '@switchboard/viz';

/** The ranges that are asked for most; their words: range-words.ts. */
export const presets: readonly RawRange[] = [
  { from: 'now-15m', to: 'now' },
  { from: 'now-1h', to: 'now' },
  { from: 'now-6h', to: 'now' },
  { from: 'now-24h', to: 'now' },
  { from: 'now-7d', to: 'now' },
  { from: 'now-30d', to: 'now' },
  { from: 'now-90d', to: 'now' },
  { from: 'now-1y', to: 'now' },
  { from: 'now/d', to: 'now' },
  { from: 'now-1d/d', to: 'now-1d/d' },
  { from: 'now/w', to: 'now' },
  { from: 'now-1w/w', to: 'now-1w/w' },
  { from: 'now/M', to: 'now' },
  { from: 'now-1M/M', to: 'now-1M/M' },
  { from: 'now/y', to: 'now' },
];

/** A range as the value of a choice. */
export const rangeKey = ({ from, to }: RawRange): string => `${from} ${to}`;
