import type { Policy, PolicyChoice } from '../../verifiers/index.js';
import { type Arguments, numberOption, type OptionSpec, textOption } from '../argv.js';

type PolicyKey = Exclude<keyof Policy, 'name'>;

interface PolicyOption {
  /** `switch` or the largest number allowed. */
  readonly values: 'switch' | number;
  readonly help: string;
}

/**
 * One command-line option for each option of a policy. The type makes the compiler ask for a row here whenever a
 * policy option is added.
 */
const policyTable: Readonly<Record<PolicyKey, PolicyOption>> = {
  provedOnly: { values: 'switch', help: 'pay only verdicts that are proved' },
  printOutDigits: {
    values: 1000,
    help: 'digits in which a decimal must agree with a gold that has no finite decimal; 0: never',
  },
  roundingDigits: {
    values: 1000,
    help: 'significant digits from which a decimal gold accepts what rounds to it; 0: never',
  },
  roundingEitherWay: { values: 'switch', help: 'also accept a correctly rounded decimal for an exact gold' },
  percentSignOptional: { values: 'switch', help: '28 equals 28%' },
  unitOptional: { values: 'switch', help: 'a unit may be missing on one side' },
  degreeOptional: { values: 'switch', help: 'a degree sign may be missing on one side' },
  ratioAsFraction: { values: 'switch', help: '3:4 equals 3/4, and ratios compare reduced' },
  columnAsTuple: { values: 'switch', help: 'a column vector equals a bare tuple' },
  labelsOptional: { values: 'switch', help: 'labels of parts may be dropped when the order is kept' },
  listAsSet: { values: 'switch', help: 'a bare list equals a set with the same members' },
  baseAsValue: { values: 'switch', help: 'a numeral in a named base equals its value' },
  synonyms: { values: 'switch', help: '"undefined" equals "does not exist", and the like' },
  lastExpression: { values: 'switch', help: 'a text without any marker answers with its last expression' },
  maxSteps: { values: 1e12, help: 'steps one verdict may spend before it is undecided' },
  maxAnswerLength: { values: 1e9, help: 'characters an answer may have' },
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const entries = Object.entries(policyTable) as readonly [PolicyKey, PolicyOption][];

/** `--policy` and one option for each difference between policies. */
export const policyOptions: readonly OptionSpec[] = [
  {
    name: 'policy',
    value: 'strict|lenient',
    choices: ['strict', 'lenient'],
    help: 'strict (default): for rewards. lenient: as a person would grade',
    group: 'Policy',
  },
  ...entries.map(([key, { values, help }]): OptionSpec => {
    const base = { name: kebab(key), help, group: 'Policy, option by option' };
    return values === 'switch' ? { ...base, negatable: true } : { ...base, value: 'N' };
  }),
];

/** The policy that the options choose: a profile, or a profile with options changed. */
export function policyFrom(args: Arguments): PolicyChoice {
  const profile = textOption(args, 'policy') === 'lenient' ? 'lenient' : 'strict';
  const changes: Partial<Record<PolicyKey, boolean | number>> = {};
  for (const [key, { values }] of entries) {
    const value = args.options.get(kebab(key));
    if (value === undefined) continue;
    changes[key] =
      values === 'switch'
        ? value === true
        : (numberOption(args, kebab(key), { min: 0, max: values, whole: true }) ?? 0);
  }
  return Object.keys(changes).length === 0 ? profile : { profile, ...(changes as Partial<Policy>) };
}

/** The chosen policy in a word: the profile, with `*` when options were changed. */
export const policyName = (policy: PolicyChoice): string =>
  typeof policy === 'string' ? policy : `${policy.profile ?? 'strict'}*`;
