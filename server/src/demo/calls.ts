import { simulateInbound } from './inbound.js';
import { simulateOutbound } from './outbound.js';
import type { Workday } from './workday.js';

/** All calls of a day; those that need an operator enter the day's agenda. */
export function simulateCalls(day: Workday): void {
  simulateInbound(day);
  simulateOutbound(day);
}
