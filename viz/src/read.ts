/** A setting that was saved as JSON, by its path (`legend.calcs`); undefined where it is not there. */
export function at(source: unknown, path: string): unknown {
  let found: unknown = source;
  for (const part of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return found;
}

/** As `at`; the fallback where it is not there or no text. */
export function textAt(source: unknown, path: string, fallback: string): string {
  const value = at(source, path);
  return typeof value === 'string' ? value : fallback;
}

/** As `at`; null where it is not there or no number. */
export function numberAt(source: unknown, path: string): number | null {
  const value = at(source, path);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** As `at`; the fallback where it is not there or neither true nor false. */
export function flagAt(source: unknown, path: string, fallback: boolean): boolean {
  const value = at(source, path);
  return typeof value === 'boolean' ? value : fallback;
}

/** As `at`; empty where it is not there or no list. */
export function listAt(source: unknown, path: string): readonly unknown[] {
  const value = at(source, path);
  return Array.isArray(value) ? value : [];
}

/** As `at`; empty where it is not there or no object. */
export function recordAt(source: unknown, path: string): Readonly<Record<string, unknown>> {
  const value = at(source, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** What a panel says of the size of its letters. */
export const textSizes = (options: unknown) => ({
  titleSize: numberAt(options, 'text.titleSize'),
  valueSize: numberAt(options, 'text.valueSize'),
});
