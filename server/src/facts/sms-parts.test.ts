import { expect, it } from '@jest/globals';
import { smsParts } from './sms-parts.js';

it.each([
  ['a short one', 'Hello', 1],
  ['160 septets', 'a'.repeat(160), 1],
  ['161 septets', 'a'.repeat(161), 2],
  ['two full parts', 'a'.repeat(306), 2],
  ['one more than two full parts', 'a'.repeat(307), 3],
  ['80 signs of two septets', '€'.repeat(80), 1],
  ['81 signs of two septets', '€'.repeat(81), 2],
  ['a sign of two septets that does not fit behind 152', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['the same signs, the last part with room', `${'a'.repeat(152)}€${'a'.repeat(151)}`, 2],
  ['letters of the alphabet that are not ASCII', 'ÄÖÜäöüß§Ñ¿àèéùìòÇΔΩ'.repeat(8), 1],
  ['70 units', 'я'.repeat(70), 1],
  ['71 units', 'я'.repeat(71), 2],
  ['134 units', 'я'.repeat(134), 2],
  ['135 units', 'я'.repeat(135), 3],
  ['one foreign letter among 70', `${'a'.repeat(70)}ç`, 2],
  ['35 emoji of two units', '😀'.repeat(35), 1],
  ['66 emoji, 33 a part', '😀'.repeat(66), 2],
  ['67 emoji: no half of one fills a part', '😀'.repeat(67), 3],
])('%s: %#', (_, text, parts) => expect(smsParts(text)).toBe(parts));
