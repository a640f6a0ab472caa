import axe from 'axe-core';

/** What jsdom cannot know: colours, and the page around what is tested. */
const NOT_HERE = { 'color-contrast': { enabled: false }, region: { enabled: false } };

/** What stands in the way of people who cannot see or point, in words; menus that hang elsewhere on the page too. */
export async function barriers(container: Element = document.body): Promise<string[]> {
  // Lists that are closed are hidden by a style sheet, of which the tests know nothing.
  for (const closed of document.querySelectorAll('[role="listbox"]:empty')) closed.setAttribute('hidden', '');
  const { violations } = await axe.run(container, { rules: NOT_HERE, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}
