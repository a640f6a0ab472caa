import { z } from 'zod';
import type { Tenant } from './tenant.entity.js';

export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

export const SLUG = /^[a-z0-9-]{1,63}$/;
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;
const UNSTORABLE = /\0|\p{Surrogate}/u;

function isTimeZone(name: string): boolean {
  try {
    return ZONE_NAME.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

/** A text that PostgreSQL can store: neither NUL nor half a surrogate pair. */
export function plainText(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !UNSTORABLE.test(text), 'must not contain NUL or half of a surrogate pair');
}

export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
  .describe('IANA name; days, weeks and months of the tenant begin there.');

const name = plainText(200).describe('What people call the tenant.');
const weekStart = z.enum(WEEK_STARTS);

export const TenantInput = z.strictObject({
  id: z.string().regex(SLUG, 'must be 1 to 63 small letters, digits or hyphens'),
  name,
  timeZone: TimeZone.default('UTC'),
  weekStart: weekStart.default('monday'),
});
export type TenantInput = z.infer<typeof TenantInput>;

export const TenantChange = z.strictObject({ name, timeZone: TimeZone, weekStart }).partial();
export type TenantChange = z.infer<typeof TenantChange>;

export const TenantView = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  weekStart,
  createdAt: z.iso.datetime(),
});
export type TenantView = z.infer<typeof TenantView>;

export function toTenantView(tenant: Tenant): TenantView {
  return {
    id: tenant.slug,
    name: tenant.name,
    timeZone: tenant.timeZone,
    weekStart: tenant.weekStart,
    createdAt: tenant.createdAt.toISOString(),
  };
}
