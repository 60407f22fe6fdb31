import { ConfigError } from '../support/index.js';

/**
 * Every convention on which reasonable graders differ, as a named option. The kernel's relation (exact,
 * symmetric) never depends on it; the rules of `compare/policy/` do.
 */
export interface Policy {
  /** Name shown in reports: a profile's name, with `*` appended when options were overridden. */
  readonly name: string;
  /** Pay only verdicts whose certainty is `proved`. */
  readonly provedOnly: boolean;
  /**
   * `print-out`: the gold has no finite decimal, the answer is a decimal or scientific numeral that agrees with
   * it to at least this many correctly rounded significant digits. 0 switches the rule off.
   */
  readonly printOutDigits: number;
  /**
   * `rounding`: a decimal gold with at least this many significant digits (trailing zeros stripped) accepts an
   * exact answer, or a decimal of more digits, that rounds to it. 0 switches the rule off.
   */
  readonly roundingDigits: number;
  /** `rounding` also accepts a correctly rounded decimal answer (same digit minimum) for an exact gold. */
  readonly roundingEitherWay: boolean;
  /** `p` equals `p%` when the numerals are the same and p ≥ 1. */
  readonly percentSignOptional: boolean;
  /** A unit may be missing on one side when no conversion is needed. */
  readonly unitOptional: boolean;
  /** A degree sign may be missing on one side. */
  readonly degreeOptional: boolean;
  /** `a:b` equals `a/b`, and ratios are compared reduced. */
  readonly ratioAsFraction: boolean;
  /** A column or row vector equals a bare tuple. */
  readonly columnAsTuple: boolean;
  /** Part labels may be dropped when the order is kept. */
  readonly labelsOptional: boolean;
  /** A bare list equals a set with the same members. */
  readonly listAsSet: boolean;
  /** A numeral in a named base equals its decimal value. */
  readonly baseAsValue: boolean;
  /** Synonyms such as "undefined" and "does not exist" are equal. */
  readonly synonyms: boolean;
  /** Without any marker the last expression of the response is its answer. */
  readonly lastExpression: boolean;
  /** Steps a call may spend before its verdict is `undecided: budget`. */
  readonly maxSteps: number;
  /** Characters an answer may have before it is refused as unsupported. */
  readonly maxAnswerLength: number;
}

/** For rewards: exact golds want exact answers, one final answer. */
export const strict: Policy = {
  name: 'strict',
  provedOnly: false,
  printOutDigits: 10,
  roundingDigits: 3,
  roundingEitherWay: false,
  percentSignOptional: true,
  unitOptional: true,
  degreeOptional: false,
  ratioAsFraction: false,
  columnAsTuple: false,
  labelsOptional: false,
  listAsSet: true,
  baseAsValue: false,
  synonyms: false,
  lastExpression: false,
  maxSteps: 200_000,
  maxAnswerLength: 10_000,
};

/** For evaluation: as a person would grade. */
export const lenient: Policy = {
  ...strict,
  name: 'lenient',
  roundingEitherWay: true,
  degreeOptional: true,
  ratioAsFraction: true,
  columnAsTuple: true,
  labelsOptional: true,
  synonyms: true,
  lastExpression: true,
};

/** The named profiles. */
export const profiles: Readonly<Record<'strict' | 'lenient', Policy>> = { strict, lenient };

/** A profile's name, or a profile with some options changed. */
export type PolicyChoice =
  | 'strict'
  | 'lenient'
  | (Partial<Policy> & { readonly profile?: 'strict' | 'lenient' });

/** Resolves a choice into a full policy; throws {@link ConfigError} on an unknown profile or option. */
export function resolvePolicy(choice: PolicyChoice = 'strict'): Policy {
  if (typeof choice === 'string') {
    const profile = Object.hasOwn(profiles, choice) ? profiles[choice] : undefined;
    if (profile === undefined)
      throw new ConfigError(`policy must be 'strict' or 'lenient'; got '${String(choice)}'`, 'policy');
    return profile;
  }
  const { profile = 'strict', ...overrides } = choice;
  const base = resolvePolicy(profile);
  for (const key of Object.keys(overrides)) {
    if (!Object.hasOwn(base, key))
      throw new ConfigError(
        `policy has no option '${key}'; options: ${Object.keys(base).join(', ')}`,
        `policy.${key}`,
      );
  }
  return { ...base, name: `${base.name}*`, ...overrides };
}
