import type pg from 'pg';
import { withTenant } from '../database/session.js';
import { channels } from './channels.js';
import { outageOf } from './outages.js';
import { type Rehearsal, troubles } from './rehearsals.js';
import { demoZone, trunks } from './world.js';
import { addDays, dayBounds, localDay, type Bounds } from './zone.js';

/** A stretch of trouble that somebody noted. */
export interface Incident extends Bounds {
  readonly id: string;
  readonly text: string;
  readonly tags: readonly string[];
}

const carriers = [
  ...trunks.map(({ id, label }) => ({ who: id, text: `${label} in trouble` })),
  ...Object.keys(channels).map((channel) => ({ who: channel, text: `Provider of ${channel} in trouble` })),
];

/** The outages that are over by `to` and were not by `from`, by carrier and day: the troubles that the numbers show. */
export function incidentsBetween(seed: string, from: Date, to: Date, zone: string = demoZone): Incident[] {
  const found: Incident[] = [];
  const last = localDay(to.getTime(), zone);
  for (let day = addDays(localDay(from.getTime(), zone), -1); day <= last; day = addDays(day, 1)) {
    for (const { who, text } of carriers) {
      const outage = outageOf(seed, who, day, dayBounds(day, zone));
      if (!outage || outage.end <= from.getTime() || outage.end > to.getTime()) continue;
      found.push({ id: `${who} ${day}`, text, tags: ['incident', who], ...outage });
    }
  }
  return found;
}

/** The rehearsals that are over by `to` and were not by `from`. */
export function rehearsedBetween(rehearsals: readonly Rehearsal[], from: Date, to: Date): Incident[] {
  return rehearsals
    .filter(({ end }) => end > from.getTime() && end <= to.getTime())
    .map(({ trouble, start, end }) => ({
      id: `rehearsal ${trouble} ${start}`,
      text: `Rehearsal: ${troubles[trouble].text}`,
      tags: ['incident', 'rehearsal', trouble],
      start,
      end,
    }));
}

const note = `insert into annotation (tenant, id, at, ended_at, text, tags)
values ($1, md5($2)::uuid, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000), $5, $6) on conflict do nothing`;

/** Notes them beside the tenant's numbers; what is noted already stays as it is. */
export async function noteIncidents(pool: pg.Pool, tenant: number, incidents: readonly Incident[]): Promise<void> {
  if (incidents.length === 0) return;
  await withTenant(pool, tenant, async (client) => {
    for (const { id, start, end, text, tags } of incidents) {
      await client.query(note, [tenant, `${tenant} ${id}`, start, end, text, tags]);
    }
  });
}
