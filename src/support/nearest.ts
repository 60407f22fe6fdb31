/** The candidate within a few edits of `word` (or the one it begins), or null. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const started = candidates.filter((candidate) => word.length >= 3 && candidate.startsWith(word));
  if (started.length === 1) return started[0] as string;
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { readonly name: string; readonly edits: number } | null = null;
  for (const name of candidates) {
    const edits = distance(word, name);
    if (edits <= limit && (best === null || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}

/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j] as number, (before[j - 2] as number) + 1);
    }
    before = above;
    above = row;
  }
  return above[b.length] as number;
}
