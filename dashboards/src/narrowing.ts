import type { Variable } from './variables.js';

/** What dialogues, and boards about them, can be narrowed by, in the order in which people look for it. */
export const ofDialogues = [
  { dimension: 'chat', label: 'Chat' },
  { dimension: 'operator', label: 'Operators' },
  { dimension: 'channel', label: 'Messengers' },
  { dimension: 'bot', label: 'Bot' },
  { dimension: 'group', label: 'Group' },
] as const satisfies readonly Variable[];

/** The same of notifications. */
export const ofNotifications = [
  { dimension: 'channel', label: 'Channel' },
  { dimension: 'status_seed', label: 'Status' },
  { dimension: 'campaign', label: 'Campaign' },
  { dimension: 'provider', label: 'Provider' },
] as const satisfies readonly Variable[];

/** The same of calls. */
export const ofCalls = [
  { dimension: 'direction', label: 'Direction' },
  { dimension: 'trunk', label: 'Trunk' },
  { dimension: 'queue', label: 'Queue' },
  { dimension: 'campaign', label: 'Campaign' },
  { dimension: 'bot', label: 'Bot' },
  { dimension: 'dnis', label: 'Dialled number' },
  { dimension: 'status', label: 'Status' },
] as const satisfies readonly Variable[];
