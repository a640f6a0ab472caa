/** Currencies that Grafana draws with their sign. */
const SIGNED = new Set([
  'USD', 'GBP', 'EUR', 'JPY', 'RUB', 'UAH', 'BRL', 'DKK', 'ISK', 'NOK', 'SEK', 'CZK', 'CHF', 'PLN', 'ZAR', 'INR', 'KRW',
  'IDR', 'PHP', 'VND', 'TRY', 'MYR', 'BGN', 'AZN',
]); // prettier-ignore
const CODE = /^[A-Z]{3}$/;

/** Grafana's unit: for money that of the currency, none where several currencies stand in one column. */
export function unitOf(unit: string, currencies: readonly string[]): string {
  if (unit !== 'currency') return unit;
  const [code] = currencies;
  if (currencies.length !== 1 || code === undefined || !CODE.test(code)) return 'none';
  return SIGNED.has(code) ? `currency${code}` : `currency:${code}`;
}
