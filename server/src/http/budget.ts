import { Problem } from '../errors.js';

interface Waiting {
  bytes: number;
  admit: () => void;
}

/** The part of the budget that one body took; given back when the body is parsed or given up. */
export interface Share {
  release(): void;
}

/**
 * The memory of all large bodies that are being read. Without it a hundred senders could hold a hundred times the limit of
 * one body. Who does not fit in waits in turn, unread, and holds nothing meanwhile, so two can never wait for each other.
 */
export class Budget {
  private readonly queue: Waiting[] = [];

  constructor(
    private free: number,
    private readonly patienceMs: number,
  ) {}

  /**
   * Takes so many bytes, when it is one's turn.
   * @throws Problem overloaded when that takes too long
   */
  async take(bytes: number): Promise<Share> {
    if (this.queue.length > 0 || bytes > this.free) await this.wait(bytes);
    else this.free -= bytes;
    let held = bytes;
    return {
      release: () => {
        this.free += held;
        held = 0;
        this.admitNext();
      },
    };
  }

  private wait(bytes: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(entry), 1);
        reject(new Problem('overloaded', 'Too many large bodies arrive at once: try again.'));
        this.admitNext();
      }, this.patienceMs);
      const entry: Waiting = {
        bytes,
        admit: () => {
          clearTimeout(timer);
          this.free -= bytes;
          resolve();
        },
      };
      this.queue.push(entry);
    });
  }

  private admitNext(): void {
    for (let first = this.queue[0]; first !== undefined && first.bytes <= this.free; first = this.queue[0]) {
      this.queue.shift();
      first.admit();
    }
  }
}
