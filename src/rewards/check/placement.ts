import { ancestors, type Site } from './sites.js';
import type { CheckRule, Warning } from './warning.js';

const NAMES = { centre: 'centre', zscore: 'a z-score', rank: 'a rank' } as const;

/** Why a statistic of the group means something else below a node than it seems to, by the node's operator. */
const REASONS: Readonly<Record<string, string>> = {
  gate: 'its statistics run over the whole group, not only over the rollouts that take this branch',
  min: 'a rollout’s place in its group is compared with a number that has nothing to do with the group',
  max: 'a rollout’s place in its group is compared with a number that has nothing to do with the group',
  clip: 'a fixed bound cuts groups of different spread differently',
  threshold: 'a fixed bound cuts groups of different spread differently',
  product: 'a mean of 0 turns the sign of the other factors below the mean',
  centre: 'a statistic of a statistic: the inner one is already centred',
  zscore: 'a statistic of a statistic: the inner one is already centred',
  rank: 'a statistic of a statistic: ranks of ranks or of z-scores are the ranks',
};

/** Group statistics belong at the root, or in a sum: below anything else their meaning shifts with the group. */
export const placement: CheckRule = ({ sites, rangeOf }) =>
  sites.flatMap((site): readonly Warning[] => {
    const { term, path } = site;
    if (term.op !== 'centre' && term.op !== 'zscore' && term.op !== 'rank') return [];
    const above = ancestors(site).find(({ site: node }) => shifts(node, rangeOf));
    if (above === undefined) return [];
    const { op } = above.site.term;
    const inside = op === 'gate' && above.step === 'when' ? 'the condition of a gate' : op;
    return [
      {
        rule: 'group-statistic-inside',
        severity: 'warning',
        path,
        message: `${NAMES[term.op]} inside ${inside} (${above.site.path}): ${REASONS[op] ?? ''}`,
      },
    ];
  });

/** A product with constants alone is a scale. */
function shifts({ term, children }: Site, rangeOf: (site: Site) => readonly [number, number]): boolean {
  if (term.op !== 'product') return Object.hasOwn(REASONS, term.op);
  const varying = children.filter((child) => {
    const [low, high] = rangeOf(child);
    return low !== high;
  });
  return varying.length > 1;
}
