/** How many letters must be added, dropped or replaced to make one word the other. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The known names that somebody may have meant, the likeliest first; none where nothing is near. */
export function nearest(meant: string, known: readonly string[], limit = 3): string[] {
  const word = meant.toLowerCase();
  return known
    .map((name) => {
      const lower = name.toLowerCase();
      const contained = word.length > 2 && (lower.includes(word) || word.includes(lower));
      return { name, far: contained ? 0 : distance(word, lower) };
    })
    .filter(({ name, far }) => far <= Math.max(2, name.length / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ name }) => name);
}
