import { ConfigError } from '../support/index.js';
import { bounds } from './bounds.js';
import { constants } from './check/constants.js';
import { type Dominance, dominance, dominanceWarnings } from './check/dominance.js';
import { facts } from './check/facts.js';
import { placement } from './check/placement.js';
import { ranges } from './check/ranges.js';
import { silence } from './check/silence.js';
import { sitesOf } from './check/sites.js';
import { unreached } from './check/unreached.js';
import type { CheckContext, CheckOptions, CheckRule, Severity, Warning } from './check/warning.js';
import { shown } from './read/fields.js';
import { readReward } from './read/read.js';
import { type Registry, standardSignals } from './registry.js';
import type { Range } from './signal.js';
import type { Reward } from './term.js';

/** What a static check of a reward found. */
export interface CheckReport {
  /** Errors first, then warnings, then notes; each kind in the order of the rules. */
  readonly warnings: readonly Warning[];
  /** Whether any right answer beats any wrong one; `null` for a reward that cannot be run at all. */
  readonly dominance: Dominance | null;
}

/** The rules besides dominance, in the order they are reported. */
const RULES: readonly CheckRule[] = [facts, ranges, unreached, constants, placement, silence];

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * What can go wrong with a reward, known before the first step: proofs from bounds, and counterexamples by a bounded,
 * deterministic search. A reward that does not fit the registry gives one warning, `invalid`, with the path. Throws
 * {@link ConfigError} for options that are no counts.
 */
export function check(
  reward: Reward,
  registry: Registry = standardSignals,
  options: CheckOptions = {},
): CheckReport {
  refuseUnlessCount('groupSize', options.groupSize);
  refuseUnlessCount('steps', options.steps);
  const context = contextOf(reward, registry, options);
  if ('rule' in context) return { warnings: [context], dominance: null };
  const found = dominance(context);
  const warnings = [...dominanceWarnings(found, context), ...RULES.flatMap((rule) => rule(context))];
  return {
    warnings: ORDER.flatMap((severity) => warnings.filter((one) => one.severity === severity)),
    dominance: found,
  };
}

function refuseUnlessCount(name: string, value: number | undefined): void {
  if (value !== undefined && !(Number.isInteger(value) && value >= 1))
    throw new ConfigError(`check: ${name} must be a whole number from 1; got ${shown(value)}`, name);
}

/** The completed reward with its nodes and their ranges, or why there is none. */
function contextOf(reward: Reward, registry: Registry, options: CheckOptions): CheckContext | Warning {
  try {
    const whole = readReward(reward, registry);
    const sites = sitesOf(whole.term);
    const size = options.groupSize === undefined ? {} : { groupSize: options.groupSize };
    const known = new Map<string, Range>(
      sites.map(({ term, path }) => [path, bounds(term, registry, size, path)]),
    );
    return {
      reward: whole,
      registry,
      options,
      sites,
      rangeOf: ({ path }) => known.get(path) ?? [-Infinity, Infinity],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { rule: 'invalid', severity: 'error', path: error.path, message: error.message };
  }
}
