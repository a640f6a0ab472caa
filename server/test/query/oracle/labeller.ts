/** Names the local hour, day, week (its Monday) or month that an instant falls into, by Intl alone. */
export function labeller(interval: string, timeZone: string): (instant: string) => string {
  if (interval === 'none') return () => '';
  const clock = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset' },
  });
  const parts = (instant: string) => clock.format(new Date(instant)).replace('\u2212', '-');
  return (instant) => {
    const text = parts(instant);
    const date = text.slice(0, 10);
    if (interval === '1h') return `${text.slice(0, 13)} ${text.slice(20)}`;
    if (interval === '1d') return date;
    if (interval === '1M') return text.slice(0, 7);
    const day = new Date(`${date}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    return day.toISOString().slice(0, 10);
  };
}
