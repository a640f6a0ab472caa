const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A zone without summer time. */
export interface Zone {
  readonly name: string;
  /** By how many hours its clocks are ahead of UTC. */
  readonly ahead: number;
}

/** Where it is between three and four in the afternoon at that moment: whatever the hour, today has had its calls. */
export function afternoonZone(now: number): Zone {
  const later = 15 - new Date(now).getUTCHours();
  const ahead = later > 12 ? later - 24 : later;
  // The signs of these names are the other way round.
  return { name: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`, ahead };
}

/** The zone's last midnight, epoch milliseconds. */
export function midnight(now: number, { ahead }: Zone): number {
  return Math.floor((now + ahead * HOUR_MS) / DAY_MS) * DAY_MS - ahead * HOUR_MS;
}
