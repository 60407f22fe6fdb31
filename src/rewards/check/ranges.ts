import type { Site } from './sites.js';
import type { CheckContext, CheckRule, Warning } from './warning.js';

const hasEnds = ({ rangeOf }: CheckContext, site: Site): boolean => rangeOf(site).every(Number.isFinite);

/** Nodes without a finite range above nodes that all have one: where it comes from. */
const sources = (context: CheckContext): readonly Site[] =>
  context.sites.filter(
    (site) => !hasEnds(context, site) && site.children.every((child) => hasEnds(context, child)),
  );

/** Nodes of finite parts whose value may leave float64: `evaluate` gives a missing value there. */
export const overflows = (context: CheckContext): readonly Site[] =>
  sources(context).filter(({ term }) => term.op !== 'signal' && term.op !== 'zscore');

/** Rewards without a bound, and arithmetic that may leave float64. */
export const ranges: CheckRule = (context) =>
  sources(context).map((site): Warning => {
    const { term, path } = site;
    const [low, high] = context.rangeOf(site);
    const base = { rule: 'unbounded', path } as const;
    if (term.op === 'signal') {
      const message = `signal '${term.name}' has no bound: [${low}, ${high}]; clip it`;
      return { ...base, severity: 'warning', message };
    }
    if (term.op === 'zscore')
      return {
        ...base,
        severity: 'note',
        message: 'a z-score has no bound while the group size is not known',
      };
    const message = `${term.op} may leave float64 and be missing: its range is [${low}, ${high}]`;
    return { ...base, severity: 'error', message };
  });
