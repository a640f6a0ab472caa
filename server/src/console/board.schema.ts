import { z } from 'zod';

/** What the list says of a board. */
export const BoardEntry = z.object({
  uid: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  folder: z.string().describe('Boards of one folder stand together.'),
  tags: z.array(z.string()),
});
export type BoardEntry = z.infer<typeof BoardEntry>;

export const BoardList = z.object({ items: z.array(BoardEntry).describe('In the order in which they are shown.') });
export type BoardList = z.infer<typeof BoardList>;

/** A board as Grafana reads it (https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/). */
export const BoardDocument = z.record(z.string(), z.unknown());
export type BoardDocument = z.infer<typeof BoardDocument>;

/** The part of a board's file that the list is made from. */
export const BoardDocumentHead = z.object({
  uid: z.string(),
  title: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
});
