import axe from 'axe-core';

/** What axe finds wrong with a rendered page, a line for each place. Colours are not seen without a browser. */
export async function barriers(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}
