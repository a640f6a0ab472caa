import type { BoundMetric, Fact } from './declare.js';
import { presenceRecord } from './facts/presence.js';
import { automationMetrics } from './metrics/automation.js';
import { attemptMetrics, callMetrics } from './metrics/calls.js';
import {
  attemptRateMetrics,
  backlogMetrics,
  concurrencyMetrics,
  queueStayMetrics,
  trunkLimitMetrics,
} from './metrics/concurrency.js';
import { dialogueMetrics } from './metrics/dialogues.js';
import { intakeMetrics } from './metrics/intake.js';
import { chatCostMetrics, messageMetrics } from './metrics/messages.js';
import { notificationMetrics } from './metrics/notifications.js';
import { heldDialogueMetrics, presenceMetrics, workTimeMetrics } from './metrics/operators.js';
import { offerMetrics, queueMetrics } from './metrics/queues.js';
import { phraseMetrics } from './metrics/phrases.js';
import { ratingMetrics } from './metrics/ratings.js';
import { replyMetrics, resolutionMetrics, touchMetrics } from './metrics/responses.js';
import { transactionMetrics } from './metrics/transactions.js';

/** Every number that can be asked for, by its id. */
export const metrics = {
  ...dialogueMetrics,
  ...automationMetrics,
  ...replyMetrics,
  ...resolutionMetrics,
  ...touchMetrics,
  ...messageMetrics,
  ...phraseMetrics,
  ...chatCostMetrics,
  ...notificationMetrics,
  ...callMetrics,
  ...attemptMetrics,
  ...queueMetrics,
  ...offerMetrics,
  ...ratingMetrics,
  ...transactionMetrics,
  ...presenceMetrics,
  ...workTimeMetrics,
  ...heldDialogueMetrics,
  ...backlogMetrics,
  ...queueStayMetrics,
  ...concurrencyMetrics,
  ...attemptRateMetrics,
  ...trunkLimitMetrics,
  ...intakeMetrics,
};

/** A metric's name, as questions and answers use it. */
export type MetricId = keyof typeof metrics;

function isMetric(id: string): id is MetricId {
  return Object.hasOwn(metrics, id);
}

/** A metric's definition; nothing for a name that is none. */
export function metric(id: string): BoundMetric | undefined {
  return isMetric(id) ? metrics[id] : undefined;
}

/** The kinds of facts that metrics are counted from, and those whose values are known beside them. */
export const facts: readonly Fact[] = [
  ...new Set([...Object.values<BoundMetric>(metrics).map(({ fact }) => fact), presenceRecord]),
];
