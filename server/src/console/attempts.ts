const WINDOW_MS = 60_000;
const MOST_FAILURES = 20;
/** Beyond that many addresses the memory begins anew. */
const MOST_ADDRESSES = 10_000;

/** Counts failed sign-ins by address: twenty a minute are a person's mistakes, more are a program's guesses. */
export class Attempts {
  private readonly failures = new Map<string, { count: number; until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Whether the address has to wait. */
  isBlocked(address: string): boolean {
    const known = this.failures.get(address);
    return known !== undefined && known.until > this.now() && known.count >= MOST_FAILURES;
  }

  /** Counts a failure. */
  failed(address: string): void {
    const known = this.failures.get(address);
    if (known !== undefined && known.until > this.now()) {
      known.count += 1;
      return;
    }
    if (this.failures.size >= MOST_ADDRESSES) this.failures.clear();
    this.failures.set(address, { count: 1, until: this.now() + WINDOW_MS });
  }
}
