import type pg from 'pg';
import type { TableGrowth } from '../growth.js';
import { deriveAssignmentEnds } from './assignments.js';
import { deriveFromLegs } from './calls.js';
import { deriveChangeEnds } from './changes.js';
import { aggregateDialogues } from './dialogues.js';
import { settle } from './receipts.js';
import { sessionise } from './sessionise.js';
import { dropStubs, insertStubs } from './stubs.js';
import type { Touched } from './touched.js';

/**
 * The second half of facts: recomputes, in the writing transaction, what nobody sends for everything that a batch
 * touched. Each step is a pure statement over stored facts, so the outcome depends on what is stored, not on how it came.
 */
export async function derive(
  client: pg.PoolClient,
  tenant: number,
  touched: Touched,
  settings: { idleGapMs: number },
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
  await growth.inserted(client, 'call', await insertStubs(client, tenant, 'call', [...stubs.call.values()]));
  await deriveFromLegs(client, tenant, touched.legCalls, touched.ownCalls);
  await dropStubs(client, tenant, 'call', [...new Set([...stubs.call.keys(), ...touched.legCalls])]);
  await deriveAssignmentEnds(client, tenant, 'call', [...touched.callAssignments]);
  await growth.inserted(
    client,
    'dialogue',
    await insertStubs(client, tenant, 'dialogue', [...stubs.dialogue.values()]),
  );
  await deriveChangeEnds(client, tenant, touched.moments);
  const dialogues = [...new Set([...stubs.dialogue.keys(), ...touched.dialogues])];
  await dropStubs(client, tenant, 'dialogue', dialogues);
  await deriveAssignmentEnds(client, tenant, 'dialogue', dialogues);
  await aggregateDialogues(client, tenant, dialogues);
  await settle(client, tenant, [...touched.messages], dialogues, touched.receipts);
}

interface Stub {
  k: string;
  source: string;
  id: string;
}
