import { dimension } from '../catalogue/dimensions.js';
import { isMoney, type Question } from './question.js';
import type { Filter } from './query.schema.js';
import { toLocal } from './zone.js';

const INTERVALS: Readonly<Record<Question['interval'], string>> = {
  none: '',
  '1m': 'each minute',
  '5m': 'each 5 minutes',
  '15m': 'each quarter of an hour',
  '1h': 'each hour',
  '1d': 'each day',
  '1w': 'each week',
  '1M': 'each month',
  '1y': 'each year',
};
const OPERATORS: Readonly<Record<Filter['operator'], string>> = {
  '=': 'is',
  '=|': 'is',
  '!=': 'is not',
  '!=|': 'is not',
  '=~': 'matches',
  '!~': 'does not match',
};
const SHOWN_VALUES = 5;

function listed(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => (value === '' ? 'unknown' : value));
  const more = values.length > SHOWN_VALUES ? ` or ${values.length - SHOWN_VALUES} more` : '';
  return shown.join(', ') + more;
}

function lower(key: string): string {
  return (dimension(key)?.label ?? key).toLowerCase();
}

function told(filters: readonly Filter[]): string {
  return filters
    .map(({ key, operator, values }) => `${lower(key)} ${OPERATORS[operator]} ${listed(values)}`)
    .join(' and ');
}

/** 2026-11-01 00:00, with seconds and milliseconds where it has some. */
function clock(zone: string, instant: number): string {
  const iso = new Date(toLocal(zone, instant)).toISOString();
  const [date = '', time = ''] = [iso.slice(0, 10), iso.slice(11, -1)];
  return `${date} ${time.replace(/(:00)?\.000$/, '')}`;
}

function span({ range: { from, to }, zone }: Question): string {
  const [start, end] = [clock(zone, from), clock(zone, to)];
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  return `${start} to ${sameDay ? end.slice(11) : end} (${zone})`;
}

/** What was counted, over which range, in one sentence without a full stop. */
export function describe(question: Question): string {
  const { metrics, groupBy, filters, top, interval, compare } = question;
  const names = metrics
    .map(({ label, given, filters: own }) => {
      const parameters = Object.entries(given).map(([name, value]) => `${name} ${String(value)}`);
      const named = parameters.length > 0 ? `${label} (${parameters.join(', ')})` : label;
      return own.length > 0 ? `${named} where ${told(own)}` : named;
    })
    .join(', ');
  const groups = groupBy.filter((key) => key !== 'currency' || !metrics.every(isMoney)).map(lower);
  const gauge = metrics.every(({ definition }) => definition.axis === null);
  return [
    groups.length > 0 ? `${names} by ${groups.join(' and ')}` : names,
    top && `the ${top.order === 'desc' ? 'first' : 'last'} ${top.limit}${top.others ? ' and others' : ''}`,
    filters.length > 0 && `where ${told(filters)}`,
    question.withCustomerMessages && 'only with customer messages',
    question.cumulative && 'added up over time',
    question.share && (question.share === 'total' ? 'as share of the total' : 'as share of each bucket'),
    INTERVALS[interval],
    gauge ? `at ${clock(question.zone, question.now)} (${question.zone})` : span(question),
    compare && `compared with the ${compare.label}`,
  ]
    .filter(Boolean)
    .join(', ');
}
