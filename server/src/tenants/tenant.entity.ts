import { EntitySchema } from 'typeorm';
import type { StoredSettings } from './settings.schema.js';
import type { WeekStart } from './tenant.schema.js';

/** A row of table tenant. */
export interface Tenant {
  /** The number that every row of the tenant begins with. */
  tenant: number;
  /** The id that the outside uses. */
  slug: string;
  name: string;
  timeZone: string;
  weekStart: WeekStart;
  settings: StoredSettings;
  createdAt: Date;
}

export const TenantEntity = new EntitySchema<Tenant>({
  name: 'tenant',
  columns: {
    tenant: { type: 'int4', primary: true, generated: 'increment' },
    slug: { type: 'text', unique: true },
    name: { type: 'text' },
    timeZone: { type: 'text', name: 'time_zone' },
    weekStart: { type: 'text', name: 'week_start' },
    settings: { type: 'jsonb', default: {} },
    createdAt: { type: 'timestamptz', name: 'created_at', createDate: true },
  },
});
