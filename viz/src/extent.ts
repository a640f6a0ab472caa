/** The least and the most of numbers, of which there may be more than a function takes arguments; of none, Infinity and -Infinity. */
export function extent(values: readonly number[]): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
