import { kind } from '../kind.js';
import { text, texts, whole } from '../fields.js';

/** What people call a dimension's value. */
export const name = kind('name', null, {
  dimension: text(),
  value: text(),
  label: text(),
  groups: texts(),
  limit: whole(0, 1000000),
});
