/** Controls of a rendered page that a screen reader could not name. */
export function unlabelled(container: HTMLElement): string[] {
  const controls = container.querySelectorAll<HTMLInputElement>('input, textarea, select, button');
  return [...controls].filter((control) => !isNamed(control)).map(({ outerHTML }) => outerHTML);
}

function isNamed(control: HTMLInputElement): boolean {
  const labels = [...(control.labels ?? [])].map(({ textContent }) => textContent ?? '');
  const own = [control.getAttribute('aria-label'), control.getAttribute('aria-labelledby'), control.title];
  const inside = control.tagName === 'BUTTON' ? control.textContent : '';
  return [...labels, ...own, inside].some((text) => text !== null && text.trim() !== '');
}
