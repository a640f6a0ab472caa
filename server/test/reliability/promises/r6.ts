import { atMost, counted, type Figure, none } from '../figures.js';
import type { Given } from '../given.js';
import { growthDuring } from '../service/memory.js';
import { streamBody, type Streamed } from '../service/stream.js';
import { makeTenant } from '../service/tenants.js';

const MIB = 1024 * 1024;
const LIMIT = 16 * MIB;
const MOST_GROWTH_MIB = 50;
/** What the network and the inflating may hold beyond the limit when the refusal is sent. */
const SLACK = 16 * MIB;

const STREAMS = [
  { name: 'a declared length', how: 'declared', isKnown: true },
  { name: 'no length, in chunks', how: 'chunked', isKnown: true },
  { name: 'gzip that inflates to it', how: 'gzip', isKnown: true },
  { name: 'no length, in chunks, without a key', how: 'chunked', isKnown: false },
] as const;

/**
 * R6: requests are bounded. Many bodies far beyond the limit are sent side by side, each by a sender that goes on whatever
 * it is told; each must be refused, and the service must not grow.
 */
export async function proveR6({ openStage, log, streams, mebibytes }: Given & { streams: number; mebibytes: number }) {
  const figures: Figure[] = [counted('streams side by side', streams), counted('MiB each', mebibytes)];
  for (const { name, how, isKnown } of STREAMS) {
    const { service, databaseUrl } = await openStage();
    const tenant = await makeTenant(service, databaseUrl, 'streams');
    const send = (): Promise<Streamed> =>
      streamBody(service.url, '/api/v1/records', {
        ...(isKnown ? { key: tenant.ingestKey } : {}),
        bytes: mebibytes * MIB,
        how,
      });
    // What the first requests of any kind load and allocate is not the streams' doing.
    for (let i = 0; i < 50; i += 1) {
      await service.call('POST', '/api/v1/records', tenant.ingestKey, { records: [{ kind: 'call', id: `warm-${i}` }] });
    }
    await send();
    const answers: Streamed[] = [];
    const grown = await growthDuring(service.pid, async () => {
      answers.push(...(await Promise.all(Array.from({ length: streams }, send))));
    });
    const statuses = [...new Set(answers.map(({ status }) => status))].sort();
    const mostSent = Math.max(...answers.map(({ sentBytes }) => sentBytes));
    log(
      `${name}: answered ${statuses.join(', ')}; at most ${(mostSent / MIB).toFixed(1)} MiB were sent before the answer`,
    );
    const allowed = isKnown ? [413, 503] : [401, 413, 503];
    figures.push(
      none(`${name}: not refused`, answers.filter(({ status }) => !allowed.includes(status)).length),
      atMost(`${name}: MiB by which the service grew`, grown, MOST_GROWTH_MIB),
    );
    if (how !== 'gzip')
      figures.push(atMost(`${name}: MiB sent before the answer`, mostSent / MIB, (LIMIT + SLACK) / MIB));
    const { status } = await service.call('GET', '/health/ready');
    figures.push(none(`${name}: not ready afterwards`, status === 200 ? 0 : 1));
    await service.stop();
  }
  return figures;
}
