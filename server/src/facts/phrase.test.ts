import { describe, expect, it } from '@jest/globals';
import { phraseOf } from './phrase.js';

describe('the phrase of a text', () => {
  it.each([
    ['  Where\t is\n\nmy   Order? ', 'where is my order?'],
    ['ЗДРАВСТВУЙТЕ', 'здравствуйте'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['ﬁne', 'fine'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
    ['cafe\u0301', 'caf\u00e9'],
    ['no\u00a0break', 'no break'],
    ['my number is [number]', 'my number is [number]'],
    [' \t ', ''],
  ])('%j is %j', (text, phrase) => expect(phraseOf(text)).toBe(phrase));

  it('has at most 200 characters, counted after white space is collapsed', () => {
    expect(phraseOf('x'.repeat(200))).toBe('x'.repeat(200));
    expect(phraseOf('x'.repeat(201))).toBe('');
    expect(phraseOf('😀'.repeat(200))).toBe('😀'.repeat(200));
    expect(phraseOf('😀'.repeat(201))).toBe('');
    expect(phraseOf(`a${' '.repeat(9000)}b`)).toBe('a b');
    expect(phraseOf('e\u0301'.repeat(200))).toBe('é'.repeat(200));
    expect(phraseOf('y'.repeat(10_000))).toBe('');
    // One letter that stands for eighteen.
    expect(phraseOf('ﷺ'.repeat(12))).toBe('');
  });
});
