import { z } from 'zod';

const seconds = z.number().positive().max(86_400);

/** What a tenant may set; a metric's parameter that a question does not give has its value from here. */
const fields = {
  threshold: seconds.describe('Service level: answered within so many seconds.'),
  shortAbandon: z
    .number()
    .min(0)
    .max(86_400)
    .describe('Who leaves a queue sooner is not counted as abandoned, seconds.'),
  minCount: z.int().min(1).max(1_000_000).describe('Phrases that occur less often are not named.'),
  idleGapSeconds: z
    .int()
    .min(60)
    .max(604_800)
    .describe('A longer silence begins a new dialogue of messages without one.'),
  keepTexts: z.boolean().describe('Whether masked texts are kept, or dropped once they are counted.'),
};

/** Before anybody set anything. */
export const DEFAULT_SETTINGS = {
  threshold: 20,
  shortAbandon: 5,
  minCount: 3,
  idleGapSeconds: 1800,
  keepTexts: true,
} as const satisfies { [Name in keyof typeof fields]: Readonly<z.infer<(typeof fields)[Name]>> };

/** What the database holds: the values that were set, and how often they were changed. */
export const StoredSettings = z.object({ ...fields, version: z.int() }).partial();
export type StoredSettings = z.infer<typeof StoredSettings>;

/** Every setting, as it is in force. The version grows with each change, so that an answer can say which it used. */
export const Settings = z.object({ ...fields, version: z.int() });
export type Settings = z.infer<typeof Settings>;

const clearable = z.strictObject({
  threshold: fields.threshold.nullable(),
  shortAbandon: fields.shortAbandon.nullable(),
  minCount: fields.minCount.nullable(),
  idleGapSeconds: fields.idleGapSeconds.nullable(),
  keepTexts: fields.keepTexts.nullable(),
} satisfies Record<keyof typeof fields, z.ZodType>);

/** A change: what is missing stays, null goes back to the default. */
export const SettingsChange = clearable.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** The settings in force for what the database holds. */
export function toSettings(stored: StoredSettings): Settings {
  return Settings.parse({ ...DEFAULT_SETTINGS, version: 0, ...stored });
}

/** What the database shall hold after the change. */
export function changeSettings(stored: StoredSettings, change: SettingsChange): StoredSettings {
  const kept = Object.entries({ ...stored, ...change }).filter(([, value]) => value !== null && value !== undefined);
  return StoredSettings.parse({ ...Object.fromEntries(kept), version: (stored.version ?? 0) + 1 });
}
