/** Those that are said. */
export function sentences(texts: Array<string | boolean | null | undefined>): string[] {
  return texts.filter((text): text is string => typeof text === 'string' && text !== '');
}
