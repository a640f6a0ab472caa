import { z } from 'zod';
import { SCOPES } from './key.js';
import { WEEK_STARTS } from './tenant.schema.js';

export const Whoami = z.object({
  tenant: z.string().nullable().describe('null for the bootstrap key, which belongs to no tenant.'),
  scopes: z.array(z.enum(SCOPES)),
  timeZone: z.string(),
  weekStart: z.enum(WEEK_STARTS),
  newestRecord: z.iso.datetime().nullable().describe('The latest counting time of any fact; null before the first.'),
  version: z.string().describe("The service's."),
});
export type Whoami = z.infer<typeof Whoami>;
