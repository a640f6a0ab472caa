/** Whole milliseconds from one instant to another, in SQL; null where one is missing or they contradict each other. */
export const between = (from: string, to: string): string =>
  `case when ${to} >= ${from} then (extract(epoch from ${to} - ${from}) * 1000)::int8 end`;
