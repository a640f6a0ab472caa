import type { Metric } from './catalogue.js';

/** What metrics are about, in the order in which they are shown; the first pattern that an id fits decides. */
const patterns = {
  intake: /^(records|rejection|intake|ingest)_/,
  queues: /^queue_|^service_level$|abandon_rate|time_to_abandon|speed_of_answer|(^|_)wait(_|$)/,
  operators:
    /^(offers|acceptance|operators|occupancy|utilisation)|reaction|transfer|^average_(operator_handling|wrap|hold)_|^(online|paused|presence)_time|^active_dialogues|^dialogues_touched/,
  notifications: /^(notification|sms_|fallback)|deliver|^(error|read|click|opt_out)_rate/,
  calls:
    /call|reached|^(asr|ner)$|^cps_|post_dial|trunk|^average_(bot_)?handling|average_(talk|mos)|^(answer|reach)_rate|^bot_(goal|failure)_/,
  messages: /message|^phrases$|^dialogues_written$/,
  ratings: /^(ratings|nps|transactions|revenue)$|csat/,
  chats:
    /dialogue|chat|^(handoff|operator_replies|resolution|average_resolution|backlog)|response_time|^(containment|automation|reopen)_/,
} as const satisfies Record<string, RegExp>;

export type Subject = keyof typeof patterns;

const shown: readonly Subject[] = [
  'chats', 'messages', 'notifications', 'calls', 'queues', 'operators', 'ratings', 'intake',
]; // prettier-ignore

/** What a metric is about, by its id; nothing where that does not say. */
export function subjectOf({ id }: Pick<Metric, 'id'>): Subject | undefined {
  return Object.entries(patterns).find((entry): entry is [Subject, RegExp] => entry[1].test(id))?.[0];
}

/** Metrics under what they are about (chats where that is not known), in the order of the catalogue. */
export function bySubject(metrics: readonly Metric[]): { subject: Subject; metrics: Metric[] }[] {
  return shown.flatMap((subject) => {
    const own = metrics.filter((metric) => (subjectOf(metric) ?? 'chats') === subject);
    return own.length === 0 ? [] : [{ subject, metrics: own }];
  });
}

/** The metrics that have every word of the search in name, id or description. */
export function findMetrics(metrics: readonly Metric[], search: string): Metric[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return metrics.filter(({ id, name, description }) => {
    const text = `${id} ${name} ${description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
