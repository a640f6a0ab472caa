/** The basic alphabet of GSM 03.38: one septet a character. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: an escape and a character, two septets that stay together. */
const EXTENDED = new Set('\f^{}\\[~]|€');

const GSM_7 = { alone: 160, joined: 153 } as const;
const UCS_2 = { alone: 70, joined: 67 } as const;

/**
 * Of how many parts an SMS consists: GSM-7 where every character is in its alphabet, 160 septets alone and 153 in each
 * part of several; else UCS-2, 70 and 67 units. A character of two septets or units is never cut in two.
 * @param text as it was sent, not empty
 */
export function smsParts(text: string): number {
  const sizes = [...text].map((character) => (BASIC.has(character) ? 1 : EXTENDED.has(character) ? 2 : 0));
  return sizes.includes(0)
    ? fill(
        [...text].map(({ length }) => length),
        UCS_2,
      )
    : fill(sizes, GSM_7);
}

function fill(sizes: readonly number[], { alone, joined }: { alone: number; joined: number }): number {
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let [parts, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > joined) [parts, used] = [parts + 1, 0];
    used += size;
  }
  return parts;
}
