import { Problem } from '../errors.js';

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly weight: number;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

export interface CoalescerOptions<Job, Ready, Result> {
  /** The most weight that shares one run; a heavier job runs alone. */
  readonly most: number;
  /** From this much waiting weight on, the next run is made ready, and begun, while another goes on. */
  readonly early: number;
  /** The most runs at once. */
  readonly atOnce: number;
  /** Beyond this much waiting weight jobs are turned away. */
  readonly mostWaiting: number;
  /** What can be done for several jobs before their turn. */
  prepare(jobs: readonly Job[]): Promise<Ready>;
  /** Does several jobs at once; answers a result for each, or throws for all. */
  run(jobs: readonly Job[], ready: Ready): Promise<readonly Result[]>;
  /** Whether a failure would meet each job alone as well. */
  isHopeless(error: unknown): boolean;
  onIdle(): void;
}

/**
 * Lets jobs that arrive while others are being done share the next run: no timer, no waiting while idle. A run that
 * fails is repeated job by job, so that one job's failure is not its neighbours'.
 */
export class Coalescer<Job, Ready, Result> {
  private readonly waiting: Waiting<Job, Result>[] = [];
  private waitingWeight = 0;
  private busy = false;
  private onEnough: (() => void) | undefined;

  constructor(private readonly options: CoalescerOptions<Job, Ready, Result>) {}

  /** @throws Problem overloaded when too much waits already */
  submit(job: Job, weight: number): Promise<Result> {
    if (this.waitingWeight + weight > this.options.mostWaiting && this.waiting.length > 0) {
      throw new Problem('overloaded', 'More records wait than can be written soon: try again.');
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, weight, resolve, reject });
      this.waitingWeight += weight;
      if (this.waitingWeight >= this.options.early) this.onEnough?.();
      if (!this.busy) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.busy = true;
    const running = new Set<Promise<void>>();
    while (this.waiting.length > 0) {
      const group = this.take();
      const ready = await this.prepare(group);
      while (running.size >= this.options.atOnce) await Promise.race(running);
      const run = this.runTogether(group, ready).finally(() => running.delete(run));
      running.add(run);
      await Promise.race([Promise.all(running), this.enough()]);
      while (this.waiting.length === 0 && running.size > 0) await Promise.race(running);
    }
    this.busy = false;
    this.options.onIdle();
  }

  /** Resolves as soon as the next run is worth making ready. */
  private enough(): Promise<void> {
    if (this.waitingWeight >= this.options.early) return Promise.resolve();
    return new Promise((resolve) => (this.onEnough = resolve));
  }

  private take(): Waiting<Job, Result>[] {
    let weight = 0;
    let count = 0;
    for (const next of this.waiting) {
      if (count > 0 && weight + next.weight > this.options.most) break;
      weight += next.weight;
      count += 1;
    }
    this.waitingWeight -= weight;
    return this.waiting.splice(0, count);
  }

  /** Nothing where it fails: it fails again in its turn, and is heard there. */
  private prepare(group: readonly Waiting<Job, Result>[]): Promise<Ready | undefined> {
    return this.options.prepare(group.map(({ job }) => job)).catch(() => undefined);
  }

  private async runTogether(group: readonly Waiting<Job, Result>[], ready?: Ready): Promise<void> {
    const jobs = group.map(({ job }) => job);
    try {
      const results = await this.options.run(jobs, ready ?? (await this.options.prepare(jobs)));
      for (const [i, waiting] of group.entries()) {
        const result = results[i];
        if (result !== undefined) waiting.resolve(result);
      }
    } catch (error) {
      if (group.length === 1 || this.options.isHopeless(error)) {
        for (const waiting of group) waiting.reject(error);
        return;
      }
      for (const waiting of group) await this.runTogether([waiting]);
    }
  }
}
