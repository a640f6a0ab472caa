import { options } from '../testing/options';
import { secondsOf, withoutSecret, withSecret, withSettings } from './edit';

describe('settings', () => {
  it('are changed one by one', () => {
    expect(withSettings(options({ timeZone: 'UTC' }), { weekStart: 'monday' }).jsonData).toEqual({
      timeZone: 'UTC',
      weekStart: 'monday',
    });
  });

  it('are taken out where they are undefined', () => {
    expect(withSettings(options({ timeZone: 'UTC', timeout: 5 }), { timeZone: undefined }).jsonData).toEqual({
      timeout: 5,
    });
  });
});

describe('secrets', () => {
  it('are entered and forgotten without touching others', () => {
    const entered = withSecret(withSecret(options(), 'tlsCACert', 'pem'), 'apiKey', 'swb_1');
    expect(entered.secureJsonData).toEqual({ tlsCACert: 'pem', apiKey: 'swb_1' });
    const stored = { ...entered, secureJsonFields: { apiKey: true, tlsCACert: true } };
    expect(withoutSecret(stored, 'apiKey')).toMatchObject({
      secureJsonFields: { apiKey: false, tlsCACert: true },
      secureJsonData: { apiKey: '', tlsCACert: 'pem' },
    });
  });
});

describe('secondsOf', () => {
  it.each([
    [30, 30],
    [0, undefined],
    [-1, undefined],
    [1.5, undefined],
    [Number.NaN, undefined],
  ])('%p is %p', (entered, seconds) => {
    expect(secondsOf(entered)).toBe(seconds);
  });
});
