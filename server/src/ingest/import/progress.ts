import type { Tally } from './tally.js';

/** Where progress is shown: standard error, or a stand-in for it. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** @param share the part of the file that has been read, 0 to 1 */
  show(share: number, tally: Readonly<Tally>): void;
  /** Leaves the screen clean for what follows. */
  end(): void;
}

const PLAIN_EVERY_MS = 5_000;
const BAR_EVERY_MS = 100;

/** A bar that redraws itself on a terminal; elsewhere a line every five seconds. */
export function createProgress(screen: Screen, now: () => number = Date.now): Progress {
  const begun = now();
  const isTerminal = screen.isTTY === true;
  let shownAt = isTerminal ? -Infinity : begun;
  return {
    show(share, tally) {
      if (now() - shownAt < (isTerminal ? BAR_EVERY_MS : PLAIN_EVERY_MS)) return;
      shownAt = now();
      const seconds = Math.max(0.001, (shownAt - begun) / 1000);
      const state = `${Math.floor(share * 100)} %  ${tally.rows.toLocaleString('en-US')} rows  ${Math.round(tally.rows / seconds).toLocaleString('en-US')}/s${remaining(share, seconds)}`;
      screen.write(
        isTerminal ? `\r${bar(share, (screen.columns ?? 80) - state.length - 4)} ${state}\u001b[K` : `${state}\n`,
      );
    },
    end() {
      if (isTerminal) screen.write('\r\u001b[K');
    },
  };
}

function bar(share: number, room: number): string {
  const width = Math.max(0, Math.min(40, room));
  const full = Math.round(share * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

function remaining(share: number, seconds: number): string {
  if (share < 0.01 || share >= 1) return '';
  const left = Math.round((seconds / share) * (1 - share));
  return `  ${left < 120 ? `${left} s` : `${Math.round(left / 60)} min`} left`;
}
