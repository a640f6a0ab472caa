import { courses, type Course } from './courses.js';
import type { RecordInput } from './record.js';

const moment = (record: RecordInput, field: string): number | null => {
  const value = record[field];
  return typeof value === 'number' ? value : null;
};

const courseOf = (record: RecordInput): Course => courses[record.kind] ?? { opens: 'at', steps: [] };

/** The moments at which something of a record becomes known, ascending, each once; epoch milliseconds. */
export function momentsOf(record: RecordInput): number[] {
  const { opens, steps } = courseOf(record);
  const moments = [moment(record, opens) ?? 0];
  for (const { at } of steps) {
    const time = moment(record, at);
    if (time !== null && !moments.includes(time)) moments.push(time);
  }
  return moments.sort((a, b) => a - b);
}

/**
 * What the sender of a record knew of it at a moment, with `observedAt` saying since when; null before it began.
 * Merged, such records of one fact give the whole record.
 */
export function knownAt(record: RecordInput, now: number): RecordInput | null {
  const course = courseOf(record);
  let observedAt = moment(record, course.opens) ?? 0;
  if (observedAt > now) return null;
  let status = course.status?.(record);
  const hidden = new Set<string>();
  let ended = true;
  for (const step of course.steps) {
    const time = moment(record, step.at);
    if (time === null) continue;
    if (time > now) {
      ended = false;
      for (const field of step.reveals) hidden.add(field);
    } else if (time >= observedAt) {
      observedAt = time;
      status = step.status ?? status;
    }
  }
  if (ended) return { ...record, observedAt };
  for (const field of course.last?.(record) ?? []) hidden.add(field);
  const known: RecordInput = { kind: record.kind, observedAt };
  for (const [field, value] of Object.entries(record)) if (!hidden.has(field)) known[field] = value;
  if (status !== undefined && record['status'] !== undefined) known['status'] = status;
  return known;
}
