class NoIntersections implements Pick<IntersectionObserver, 'observe' | 'unobserve' | 'disconnect'> {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/**
 * Adds what jsdom lacks and Grafana's lists need: elements and texts with a size, since only the options that fit are drawn,
 * and an observer of scrolling. Takes away what makes it slow: style sheets, which nothing tested depends on.
 */
export function completeBrowser(): void {
  const box = { x: 0, y: 0, top: 0, left: 0, right: 400, bottom: 400, width: 400, height: 400, toJSON: () => ({}) };
  Element.prototype.getBoundingClientRect = () => box;
  for (const name of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth']) {
    define(HTMLElement.prototype, name, 400);
  }
  define(HTMLCanvasElement.prototype, 'getContext', () => ({
    measureText: (text: string) => ({ width: 8 * text.length }),
  }));
  define(globalThis, 'IntersectionObserver', NoIntersections);
  define(window, 'getComputedStyle', ({ style }: HTMLElement) => style);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
}
