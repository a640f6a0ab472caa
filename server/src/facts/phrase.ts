/** Longer texts are told once and never again. */
const LONGEST = 200;
/** Composing letters makes a text shorter, never eight times: beyond this no text can be a phrase. */
const HOPELESS = 8 * LONGEST;

/**
 * What a message says, in the form in which equal things are equal: compatibility characters resolved (NFKC), case
 * folded, white space collapsed and trimmed.
 * @param masked the text after personal data was masked
 * @returns at most 200 characters; the empty text for what is longer, or says nothing
 */
export function phraseOf(masked: string): string {
  const plain = collapsed(masked);
  if (plain.length > HOPELESS) return '';
  const folded = plain.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  const phrase = collapsed(folded.normalize('NFKC'));
  return phrase.length > LONGEST && [...phrase].length > LONGEST ? '' : phrase;
}

function collapsed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
