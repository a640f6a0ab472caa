import { setWeekStart } from '@grafana/data';
import { ianaZone, weekStart } from './zone';

describe('ianaZone', () => {
  it.each([
    ['Europe/Moscow', 'Europe/Moscow'],
    ['utc', 'UTC'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
  ])('says %s as %s', (zone, iana) => {
    expect(ianaZone(zone)).toBe(iana);
  });

  it.each(['browser', '', undefined])('asks the browser where the dashboard says %p', (zone) => {
    const options = new Intl.DateTimeFormat().resolvedOptions();
    const asked = jest
      .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
      .mockReturnValue({ ...options, timeZone: 'Asia/Tokyo' });
    expect(ianaZone(zone)).toBe('Asia/Tokyo');
    asked.mockReturnValue({ ...options, timeZone: '' });
    expect(ianaZone(zone)).toBeUndefined();
    asked.mockRestore();
  });
});

describe('weekStart', () => {
  it.each(['monday', 'sunday', 'saturday'])('is %s where Grafana starts its weeks so', (day) => {
    setWeekStart(day);
    expect(weekStart()).toBe(day);
  });
});
