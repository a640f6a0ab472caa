/** Stands for Grafana's translation library, which is many times larger than what it is used for here: names of units. */
export function t(_id: string, text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
}
