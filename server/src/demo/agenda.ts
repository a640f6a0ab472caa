/** What is still to happen on a simulated day, in the order of time; what happens may add more. */
export class Agenda {
  readonly #entries: { readonly at: number; readonly run: () => void }[] = [];
  #next = 0;

  /** Entries of the same moment run in the order in which they were added. */
  add(at: number, run: () => void): void {
    let low = this.#next;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, { at, run });
  }

  run(): void {
    for (let entry = this.#entries[this.#next]; entry; entry = this.#entries[this.#next]) {
      this.#next++;
      entry.run();
    }
  }
}
