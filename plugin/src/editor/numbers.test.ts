import { numberProblem } from './numbers';

describe('numberProblem', () => {
  it.each([
    ['0', false],
    ['12.5', false],
    ['100', false],
    ['101', true],
    ['-1', true],
    ['ten', true],
    ['1e999', true],
  ])('of "%s" between 0 and 100 is there: %p', (typed, wrong) => {
    expect(numberProblem(typed, { min: 0, max: 100 })).toBe(wrong ? 'A number from 0 to 100' : undefined);
  });

  it('may leave out the bounds themselves', () => {
    const between = { min: 0, max: 100, exclusive: true };
    for (const typed of ['0', '100']) {
      expect(numberProblem(typed, between)).toBe('A number above 0 and below 100');
    }
    expect(numberProblem('99.9', between)).toBeUndefined();
  });

  it('asks for whole ones where they must be', () => {
    expect(numberProblem('1.5', { min: 1, max: 5, whole: true })).toBe('A whole number from 1 to 5');
    expect(numberProblem('2', { min: 1, max: 5, whole: true })).toBeUndefined();
  });
});
