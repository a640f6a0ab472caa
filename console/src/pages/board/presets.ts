import type { RawRange } from '@switchboard/viz';
import type { TextKey } from '../../i18n/texts.js';

interface Preset {
  readonly range: RawRange;
  readonly label: TextKey;
}

/** The ranges that are asked for most. */
export const presets = [
  { range: { from: 'now-15m', to: 'now' }, label: 'board.last15m' },
  { range: { from: 'now-1h', to: 'now' }, label: 'board.last1h' },
  { range: { from: 'now-6h', to: 'now' }, label: 'board.last6h' },
  { range: { from: 'now-24h', to: 'now' }, label: 'board.last24h' },
  { range: { from: 'now-7d', to: 'now' }, label: 'board.last7d' },
  { range: { from: 'now-30d', to: 'now' }, label: 'board.last30d' },
  { range: { from: 'now-90d', to: 'now' }, label: 'board.last90d' },
  { range: { from: 'now-1y', to: 'now' }, label: 'board.last1y' },
  { range: { from: 'now/d', to: 'now' }, label: 'board.todaySoFar' },
  { range: { from: 'now-1d/d', to: 'now-1d/d' }, label: 'board.yesterday' },
  { range: { from: 'now/w', to: 'now' }, label: 'board.weekSoFar' },
  { range: { from: 'now-1w/w', to: 'now-1w/w' }, label: 'board.lastWeek' },
  { range: { from: 'now/M', to: 'now' }, label: 'board.monthSoFar' },
  { range: { from: 'now-1M/M', to: 'now-1M/M' }, label: 'board.lastMonth' },
  { range: { from: 'now/y', to: 'now' }, label: 'board.yearSoFar' },
] as const satisfies readonly Preset[];

/** The preset that a range is, if any. */
export const presetOf = ({ from, to }: RawRange) => presets.find(({ range }) => range.from === from && range.to === to);
