/** Every value of saved JSON with where it stands: a.b, lists as a[]; a list of plain values stands at the list's own place. */
export function leaves(value: unknown, path = ''): [string, unknown][] {
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object' || item === null);
    return value.flatMap((item: unknown) => leaves(item, plain ? path : `${path}[]`));
  }
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
