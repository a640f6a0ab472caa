/**
 * Personal data inside free texts: e-mail addresses, and runs of eight or more digits however they are grouped
 * (telephone, card and account numbers). Shorter numbers, such as prices and years, stay readable.
 */
const address = /[^\s@<>"']{1,64}@[^\s@<>"']{1,253}\.[^\s@<>"'.]{2,63}/gu;
const longNumber = /\+?\d(?:[ ()./-]{0,2}\d){7,}/gu;

/** The same text with addresses as `[email]` and long numbers as `[number]`. */
export function mask(text: string): string {
  const withoutAddresses = text.includes('@') ? text.replace(address, '[email]') : text;
  return withoutAddresses.replace(longNumber, '[number]');
}
