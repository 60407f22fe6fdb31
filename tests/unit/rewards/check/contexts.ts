import { sitesOf } from '../../../../src/rewards/check/sites.js';
import type { CheckContext, CheckOptions } from '../../../../src/rewards/check/warning.js';
import {
  bounds,
  completeTerm,
  type Registry,
  type Reward,
  reward,
  standardSignals,
  type Term,
} from '../../../../src/rewards/index.js';

/** What the rules of `check` look at. */
export function contextOf(
  term: Term,
  options: CheckOptions = {},
  registry: Registry = standardSignals,
  undecided: Reward['undecided'] = 'zero',
): CheckContext {
  const whole = completeTerm(term, registry);
  return {
    reward: reward('r', whole, undecided),
    registry,
    options,
    sites: sitesOf(whole),
    rangeOf: ({ term: node, path }) =>
      bounds(node, registry, options.groupSize === undefined ? {} : { groupSize: options.groupSize }, path),
  };
}
