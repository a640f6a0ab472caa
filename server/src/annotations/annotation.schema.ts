import { z } from 'zod';
import { PageQuery } from '../http/page.js';
import { Moment } from '../query/query.schema.js';
import { plainText, TimeZone } from '../tenants/tenant.schema.js';

const tag = plainText(100);

/** Something to be seen beside numbers. */
export const Annotation = z.object({
  id: z.string(),
  time: z.iso.datetime(),
  timeEnd: z.iso.datetime().nullable().describe('Null for a moment.'),
  text: z.string(),
  tags: z.array(z.string()),
  derived: z.boolean().describe('Whether it follows from the calendar; such a one cannot be deleted.'),
});
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationInput = z
  .strictObject({
    time: Moment,
    timeEnd: Moment.nullish().describe('Missing for a moment.'),
    text: plainText(2000),
    tags: z.array(tag).max(20).default([]),
  })
  .refine(({ time, timeEnd }) => timeEnd == null || timeEnd >= time, {
    path: ['timeEnd'],
    message: 'must not be before time',
  });
export type AnnotationInput = z.infer<typeof AnnotationInput>;

export const AnnotationsQuery = z.strictObject({
  ...PageQuery.shape,
  from: Moment.optional().describe('Only what has not ended before; all where missing.'),
  to: Moment.optional().describe('Only what begins before; all where missing.'),
  tag: tag.optional().describe('Only those with this tag.'),
  timeZone: TimeZone.optional().describe("In which years turn; the tenant's where missing."),
});
export type AnnotationsQuery = z.infer<typeof AnnotationsQuery>;
