import type { z } from 'zod';
import { mask } from './masking.js';
import type { Money } from './value.js';

type Refuse = z.core.$RefinementCtx<unknown>;

function refuse(context: Refuse, message: string): never {
  context.issues.push({ code: 'custom', message, input: context.value });
  // The value is never used: a pushed issue makes the parse fail.
  return undefined as never;
}

const isoForm = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(:\d{2}(\.\d+)?)?\s?(Z|z|[+-]\d{2}:?\d{2})?$/;
const yearOne = -62135596800000;
const latestMoment = 253402300799999;

/** Epoch milliseconds of an ISO 8601 time with an offset, or of integer epoch milliseconds; else what is wrong with it. */
export function timeOf(input: string | number): number | string {
  if (typeof input === 'number') {
    return Number.isInteger(input) ? inRange(input) : 'is not a whole number of milliseconds';
  }
  const match = isoForm.exec(input);
  if (!match) return 'is not an ISO 8601 time such as 2026-11-01T09:30:00+03:00, nor epoch milliseconds';
  const zone = match[8];
  if (zone === undefined) return 'has no time zone';
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const instant = Date.parse(`${input.slice(0, 10)}T${match[4]}:${match[5]}${match[6] ?? ':00'}${offset}`);
  const day = Number(match[3]);
  // Date.parse rolls 30 February over into March.
  if (Number.isNaN(instant) || (day > 28 && day > daysInMonth(Number(match[1]), Number(match[2])))) {
    return 'is not a time that exists';
  }
  return inRange(instant);
}

const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

const inRange = (instant: number): number | string =>
  instant < yearOne || instant > latestMoment ? 'is outside the years 1 to 9999' : instant;

/** As `timeOf`, for a schema. */
export function parseTime(input: string | number, context: Refuse): number {
  const read = timeOf(input);
  return typeof read === 'number' ? read : refuse(context, read);
}

/** Whole milliseconds of a number of seconds; negative ones are refused. */
export function parseSeconds(value: number, context: Refuse): number {
  if (!Number.isFinite(value) || value < 0 || value > 1e9) return refuse(context, 'is not a duration in seconds');
  return Math.round(value * 1000);
}

const decimal = /^(-)?0*(\d{1,15})(?:\.(\d{1,9}))?$/;
const currencyCode = /^[A-Z]{3}$/;

/** Canonical money: no leading or trailing zeros, so that equal amounts are equal texts. */
export function parseMoney(input: { amount: string; currency: string }, context: Refuse): Money {
  const match = decimal.exec(input.amount);
  if (!match) return refuse(context, 'amount is not a decimal string such as "0.0450"');
  if (!currencyCode.test(input.currency)) return refuse(context, 'currency is not a three-letter code such as "USD"');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = fraction === '' ? String(match[2]) : `${match[2]}.${fraction}`;
  return { amount: match[1] !== undefined && digits !== '0' ? `-${digits}` : digits, currency: input.currency };
}

function refuseUnstorable(value: string, max: number, context: Refuse): string {
  if (value.length === 0) return refuse(context, 'is empty');
  if (value.length > max && [...value].length > max) return refuse(context, `is longer than ${max} characters`);
  if (value.includes('\u0000')) return refuse(context, 'contains a NUL character');
  if (!value.isWellFormed()) return refuse(context, 'contains half of a surrogate pair');
  return value;
}

/** Refuses what PostgreSQL cannot store and what is longer than `max` characters. */
export const checkedText = (max: number) => (value: string, context: Refuse) => refuseUnstorable(value, max, context);

/** As `checkedText`, with personal data masked. */
export const maskedText = (max: number) => (value: string, context: Refuse) => {
  const checked = refuseUnstorable(value, max, context);
  return context.issues.length === 0 ? mask(checked) : checked;
};
