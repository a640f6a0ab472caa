/** What a provisioning file holds. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

const isMap = (value: Yaml): value is { readonly [key: string]: Yaml } =>
  typeof value === 'object' && !Array.isArray(value);

/** Texts in double quotes, which YAML reads as JSON does: no text is taken for a number, a truth value or a comment. */
function scalar(value: Yaml): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  return Object.keys(value).length > 0 ? undefined : isMap(value) ? '{}' : '[]';
}

function linesOf(value: Yaml): string[] {
  const flat = scalar(value);
  if (flat !== undefined) return [flat];
  if (!isMap(value)) {
    return (value as readonly Yaml[]).flatMap((member) =>
      linesOf(member).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
    );
  }
  return Object.entries(value).flatMap(([key, member]) => {
    const short = scalar(member);
    return short === undefined ? [`${key}:`, ...linesOf(member).map((line) => `  ${line}`)] : [`${key}: ${short}`];
  });
}

/** A YAML document under a comment; keys are plain words. */
export const yamlOf = (comment: string, value: Yaml): string => `# ${comment}\n${linesOf(value).join('\n')}\n`;
