import { z } from 'zod';
import { Whoami } from '../tenants/whoami.schema.js';

export const SignIn = z.strictObject({ key: z.string().min(1).max(300).describe('A key: swb_….') });
export type SignIn = z.infer<typeof SignIn>;

export const SessionView = Whoami.extend({
  grafana: z.string().nullable().describe('Where Grafana shows the same boards; null where none is known.'),
  publicUrl: z.string().nullable().describe('Where others reach the service; null where that is not set.'),
  expiresAt: z.iso.datetime().nullable().describe('When the session ends; null for a key that needs none.'),
});
export type SessionView = z.infer<typeof SessionView>;
