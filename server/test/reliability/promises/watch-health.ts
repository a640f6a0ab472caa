import type { ServiceProcess } from '../service/service-process.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Watches both health addresses until the service is ready again, or the patience ends. */
export async function watchHealth(
  service: ServiceProcess,
  patienceMs: number,
): Promise<{ healed: boolean; liveRed: number; readyRed: number }> {
  let liveRed = 0;
  let readyRed = 0;
  for (const begun = Date.now(); Date.now() - begun < patienceMs; await pause(25)) {
    const [live, ready] = await Promise.all([
      service.call('GET', '/health/live').catch(() => undefined),
      service.call('GET', '/health/ready').catch(() => undefined),
    ]);
    if (live?.status !== 200) liveRed += 1;
    if (ready?.status === 200) return { healed: true, liveRed, readyRed };
    readyRed += 1;
  }
  return { healed: false, liveRed, readyRed };
}
