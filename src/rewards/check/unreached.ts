import type { ClipTerm, GateTerm, ListTerm, ScheduleTerm, SumTerm } from '../term.js';
import type { Site } from './sites.js';
import type { CheckContext, CheckRule, Warning } from './warning.js';

/** Parts of a term that never count: zero weights, dead branches, arguments that never win, knots outside the run. */
export const unreached: CheckRule = (context) =>
  context.sites.flatMap((site) => {
    switch (site.term.op) {
      case 'sum':
        return zeroWeights(site.term, site.path);
      case 'gate':
        return deadBranch(site.term, site, context);
      case 'clip':
        return idleClip(site.term, site, context);
      case 'min':
      case 'max':
        return losers(site.term, site, context);
      case 'schedule':
        return knotsOutside(site.term, site.path, context.options.steps);
      case 'affine':
        return site.term.scale === 0 ? [never(`${site.path}.term`, 'a scale of 0 hides it')] : [];
      default:
        return [];
    }
  });

const never = (path: string, why: string, severity: Warning['severity'] = 'warning'): Warning => ({
  rule: 'never-counts',
  severity,
  path,
  message: `never counts: ${why}`,
});

const zeroWeights = ({ parts }: SumTerm, path: string): readonly Warning[] =>
  parts.flatMap(({ name, weight }, i) =>
    weight === 0 ? [never(`${path}.parts[${i}]`, `part '${name}' has weight 0`)] : [],
  );

function deadBranch(term: GateTerm, site: Site, { rangeOf }: CheckContext): readonly Warning[] {
  return site.children.slice(0, 1).flatMap((when) => {
    const [low, high] = rangeOf(when);
    const range = `between ${low} and ${high}`;
    if (low >= term.atLeast)
      return [never(`${site.path}.fail`, `the condition, ${range}, is always ≥ ${term.atLeast}`)];
    if (high < term.atLeast)
      return [never(`${site.path}.pass`, `the condition, ${range}, is never ≥ ${term.atLeast}`)];
    return [];
  });
}

function idleClip({ min, max }: ClipTerm, site: Site, { rangeOf }: CheckContext): readonly Warning[] {
  return site.children.flatMap((inner) => {
    const [low, high] = rangeOf(inner);
    if (high <= min && low < min) return [never(`${site.path}.term`, `it is never above ${min}`)];
    if (low >= max && high > max) return [never(`${site.path}.term`, `it is never below ${max}`)];
    if (low >= min && high <= max)
      return [never(site.path, `clip to [${min}, ${max}] of a term between ${low} and ${high}`, 'note')];
    return [];
  });
}

/** An argument that some other argument always beats or equals. */
function losers({ op }: ListTerm, site: Site, { rangeOf }: CheckContext): readonly Warning[] {
  const ranges = site.children.map((child) => rangeOf(child));
  return site.children.flatMap((child, i) => {
    const [low, high] = rangeOf(child);
    const beaten = ranges.some(([least, most], k) => {
      if (k === i) return false;
      const behind = op === 'min' ? low >= most : high <= least;
      // Of two equal constants the first stands.
      return behind && !(low === high && least === most && low === least && k > i);
    });
    return beaten ? [never(child.path, `another argument of ${op} is always at least as good`)] : [];
  });
}

function knotsOutside({ knots }: ScheduleTerm, path: string, steps: number | undefined): readonly Warning[] {
  const last = (steps ?? Number.POSITIVE_INFINITY) - 1;
  const found = knots.flatMap(([step], i): readonly Warning[] => {
    // A knot outside still bends the line that reaches into the run; the next one out never does.
    const next = knots[i + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    const before = knots[i - 1]?.[0] ?? Number.NEGATIVE_INFINITY;
    if (next <= 0) return [never(`${path}.knots[${i}]`, `steps start at 0, after knot ${next}`)];
    if (before >= last) return [never(`${path}.knots[${i}]`, `the last step is ${last}`)];
    if (step > last)
      return [never(`${path}.knots[${i}]`, `its factor is never reached: the last step is ${last}`, 'note')];
    return [];
  });
  return knots.every(([, factor]) => factor === 0)
    ? [...found, never(`${path}.term`, 'every factor of its schedule is 0')]
    : found;
}
