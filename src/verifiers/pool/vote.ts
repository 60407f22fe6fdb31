/**
 * The majority vote of several answers, grouped by equality instead of spelling: the index of the first answer of
 * the largest group. Ties go to the group that came first; missing answers (null) do not vote.
 */
export function majority(
  answers: readonly (string | null)[],
  same: (a: string, b: string) => boolean,
): number | null {
  const groups: {
    readonly first: number;
    readonly text: string;
    readonly spellings: Set<string>;
    votes: number;
  }[] = [];
  answers.forEach((text, index) => {
    if (text === null) return;
    const group =
      groups.find(({ spellings }) => spellings.has(text)) ?? groups.find((one) => same(one.text, text));
    if (group === undefined) groups.push({ first: index, text, spellings: new Set([text]), votes: 1 });
    else {
      group.votes += 1;
      group.spellings.add(text);
    }
  });
  let best: (typeof groups)[number] | null = null;
  for (const group of groups) if (best === null || group.votes > best.votes) best = group;
  return best?.first ?? null;
}
