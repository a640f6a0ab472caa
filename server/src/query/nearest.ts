/** How many letters must be changed, added or taken away to make one name the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

const LONGEST = 60;
const SHOWN = 3;

/** The names that were probably meant, the nearest first: at most three, none if nothing comes near. */
export function nearest(name: string, names: readonly string[]): string[] {
  const asked = name.slice(0, LONGEST).toLowerCase();
  return names
    .map((candidate) => {
      const known = candidate.toLowerCase();
      const contained = asked.length >= 3 && (known.includes(asked) || asked.includes(known));
      return { candidate, far: distance(asked, known) - (contained ? known.length : 0) };
    })
    .filter(({ far, candidate }) => far <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ candidate }) => candidate);
}

/** “a”, “b” or “c” */
export function quoted(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  const all = names.map((name) => `“${name}”`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)}`;
}

/** ": did you mean “calls”?", or a full stop where nothing comes near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near.length === 0 ? '.' : `: did you mean ${quoted(near)}?`;
}
