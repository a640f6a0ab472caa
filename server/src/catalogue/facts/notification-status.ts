import { translated } from './classes.js';

/** The statuses in four words (A-24). */
export const SHORT_STATUSES = {
  in_progress: ['created', 'scheduled', 'sent'],
  success: ['delivered', 'read'],
  failure: ['undelivered', 'expired', 'rejected', 'failed'],
  not_sent: ['cancelled', 'skipped'],
} as const;

/** Delivered, by its time or its status: providers leave out either. */
export const delivered = (n: string) => `(${n}.delivered_at is not null or ${n}.status in ('delivered', 'read'))`;

const siblings = (n: string, s: string) => `from fact.notification ${s}
      where ${s}.tenant = ${n}.tenant and ${s}.trigger = ${n}.trigger and ${s}.at is not null`;
const place = (n: string) => `(coalesce(${n}.attempt, 1), ${n}.at, ${n}.k)`;

/** Whether an attempt of the same logical notification came before this one, by its number, else by its time. */
const after = (n: string, condition = '') =>
  `exists (select ${siblings(n, 's')} and ${place('s')} < ${place(n)}${condition})`;

/** The attempt that a logical notification was first delivered by, which is one for each that was delivered. */
export const deliveredFirst = (n: string) => `${delivered(n)} and not ${after(n, ` and ${delivered('s')}`)}`;

/** Not the first attempt: the one before it did not do. */
export const isFallback = (n: string) => `(coalesce(${n}.attempt, 1) > 1 or ${after(n)})`;

/** What became of the logical notification that an attempt belongs to: a success where any attempt was delivered (A-25). */
export function logicalOutcome(n: string): string {
  const any = (word: Exclude<keyof typeof SHORT_STATUSES, 'success'>) =>
    `when bool_or(s.status in ('${SHORT_STATUSES[word].join("', '")}')) then '${word}'`;
  return `case when ${n}.trigger is null then case when ${delivered(n)} then 'success' else ${translated(`${n}.status`, SHORT_STATUSES)} end else (
      select case when bool_or(${delivered('s')}) then 'success' ${any('in_progress')} ${any('failure')} ${any('not_sent')} end
      ${siblings(n, 's')}
    ) end`;
}
