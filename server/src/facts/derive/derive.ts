import type pg from 'pg';
import { together } from '../../together.js';
import type { TableGrowth } from '../growth.js';
import { deriveAssignmentEnds } from './assignments.js';
import { deriveFromLegs } from './calls.js';
import { deriveChangeEnds } from './changes.js';
import { aggregateDialogues } from './dialogues.js';
import { settle } from './receipts.js';
import { sessionise } from './sessionise.js';
import { dropStubs, insertStubs } from './stubs.js';
import type { Touched } from './touched.js';

/** What deriving depends on besides the batch. */
export interface DeriveSettings {
  readonly idleGapMs: number;
  /** Whether the tenant has receipts at all. */
  readonly hasReceipts: boolean;
}

/**
 * The second half of facts: recomputes, in the writing transaction, what nobody sends for everything that a batch
 * touched. Each step is a pure statement over stored facts, so the outcome depends on what is stored, not on how it came.
 * The statements go out together; the database runs them in this order.
 */
export async function derive(
  client: pg.PoolClient,
  tenant: number,
  touched: Touched,
  settings: DeriveSettings,
  growth: TableGrowth,
): Promise<void> {
  const stubs = { dialogue: new Map<string, Stub>(), call: new Map<string, Stub>() };
  for (const { kind, k, source, id } of touched.referred.values()) {
    if (kind === 'dialogue' || kind === 'call') stubs[kind].set(k, { k, source, id });
  }
  for (const made of await sessionise(client, tenant, [...touched.threads.values()], settings.idleGapMs)) {
    touched.dialogues.add(made.k);
    if (made.source !== null && made.id !== null) {
      stubs.dialogue.set(made.k, { k: made.k, source: made.source, id: made.id });
    }
  }
  const dialogues = [...new Set([...stubs.dialogue.keys(), ...touched.dialogues])];
  const [calls, , , , threads] = await together([
    insertStubs(client, tenant, 'call', [...stubs.call.values()]),
    deriveFromLegs(client, tenant, touched.legCalls, touched.ownCalls),
    dropStubs(client, tenant, 'call', [...new Set([...stubs.call.keys(), ...touched.legCalls])]),
    deriveAssignmentEnds(client, tenant, 'call', [...touched.callAssignments]),
    insertStubs(client, tenant, 'dialogue', [...stubs.dialogue.values()]),
    deriveChangeEnds(client, tenant, touched.moments),
    dropStubs(client, tenant, 'dialogue', dialogues),
    deriveAssignmentEnds(client, tenant, 'dialogue', dialogues),
    aggregateDialogues(client, tenant, dialogues),
    ...(settings.hasReceipts ? [settle(client, tenant, [...touched.messages], dialogues, touched.receipts)] : []),
  ]);
  await growth.inserted(client, tenant, 'call', calls);
  await growth.inserted(client, tenant, 'dialogue', threads);
}

interface Stub {
  k: string;
  source: string;
  id: string;
}
