import type { Raw } from '../records/valid-records.js';
import { inParallel } from '../service/http.js';
import type { ServiceProcess } from '../service/service-process.js';

const LANES = 8;

/** Batches sent side by side while somebody pulls the plug; each is tried once. */
export class Load {
  /** The numbers of the batches whose sender saw status 200, whether or not the rest of the answer came. */
  readonly acknowledged = new Set<number>();
  /** Answers that nobody may see, whatever dies. */
  readonly wrong: string[] = [];
  /** The numbers of the batches that were sent and not answered yet. */
  readonly underWay = new Set<number>();
  refused = 0;
  refusedWithoutRetry = 0;
  unanswered = 0;
  private events = 0;
  private ended = false;

  constructor(
    private readonly service: ServiceProcess,
    private readonly key: string,
    private readonly batches: readonly Raw[][],
  ) {}

  async run(): Promise<void> {
    await inParallel(this.batches.entries(), LANES, ([number, records]) => this.send(number, records));
    this.ended = true;
  }

  /** Resolves once so many events were acknowledged, or nothing more will be. */
  async untilAcknowledged(events: number): Promise<void> {
    while (this.events < events && !this.ended) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  private async send(number: number, records: readonly Raw[]): Promise<void> {
    this.underWay.add(number);
    try {
      const answer = await fetch(`${this.service.url}/api/v1/records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ records }),
      });
      await this.note(number, records.length, answer);
    } catch {
      // The connection ended before the answer did: nothing was promised, if it had not begun.
      this.unanswered += 1;
    } finally {
      this.underWay.delete(number);
    }
  }

  private async note(number: number, events: number, answer: Response): Promise<void> {
    if (answer.status === 200) {
      this.acknowledged.add(number);
      this.events += events;
      const { stored, rejected } = (await answer.json()) as { stored: number; rejected: unknown[] };
      if (stored !== events) this.wrong.push(`stored ${stored} of ${events}, rejected ${JSON.stringify(rejected[0])}`);
      return;
    }
    if (answer.status !== 503) {
      const { status, headers } = answer;
      this.wrong.push(
        await this.service.explain({ status, headers, body: bodyOf(await answer.text().catch(() => '')) }),
      );
    } else {
      this.refused += 1;
      if (!(Number(answer.headers.get('retry-after')) > 0)) this.refusedWithoutRetry += 1;
      await answer.arrayBuffer();
      // As the answer asks, though not as long as it asks.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
