import type { Json } from '../support/index.js';
import type { Facts, Group, Rollout, Scores } from './rollout.js';
import type { Need, Parameter, Params, Range, Signal } from './signal.js';

/** A signal's parameters by name. */
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** What a parameter's value is, by its kind. */
type ValueOf<P extends Parameter> = P extends { readonly kind: 'number' }
  ? number
  : P extends { readonly kind: 'boolean' }
    ? boolean
    : P extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** The checked values of a parameter table: `{ eta: number; unit: 'tokens' | 'chars' }`. */
export type Values<T extends ParameterTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** Looks facts up, asks judges, runs code: one `Facts` a rollout, in order. */
export type Gather<V> = (rollouts: readonly Rollout[], values: V) => Promise<readonly Facts[]>;

interface About<T extends ParameterTable> {
  readonly name: string;
  /** One sentence for people. */
  readonly summary: string;
  /** Where the formula comes from; left out for one's own. */
  readonly source?: string;
  readonly parameters: T;
  /** What it reads besides the text; nothing when left out. */
  readonly needs?: readonly Need[] | ((values: Values<T>) => readonly Need[]);
  readonly range: (values: Values<T>) => Range;
  readonly rangeWhen?: (values: Values<T>, correct: boolean) => Range;
  /** Right less wrong within one group, where what they share makes it tighter; see {@link Signal}. */
  readonly gap?: (values: Values<T>) => Range;
  /** Gathers the facts that the arithmetic reads, before it: the only place that may wait. */
  readonly gather?: Gather<Values<T>>;
}

/** A signal that looks at one rollout at a time. */
export interface RolloutSignal<T extends ParameterTable> extends About<T> {
  /**
   * The score, `null` where a needed fact is missing. Plain arithmetic: never waits, never throws for any
   * data.
   */
  readonly score: (rollout: Rollout, values: Values<T>, group: Group) => number | null;
}

/** A signal that compares the rollouts of a group. */
export interface GroupSignal<T extends ParameterTable> extends About<T> {
  /** One score a rollout, `[G]`. */
  readonly score: (group: Group, values: Values<T>) => Scores;
}

/**
 * A signal of one's own, with typed parameters. Facts that take time are gathered first by `gather`, which
 * may be asynchronous; the score is arithmetic over them.
 *
 * ```ts
 * const brevity = defineSignal({
 *   name: 'brevity',
 *   summary: '1 for an empty text, 0 for one of `most` characters or more',
 *   parameters: { most: { kind: 'number', default: 1000, min: 1, what: 'characters worth nothing' } },
 *   range: () => [0, 1],
 *   score: ({ text }, { most }) => Math.max(0, 1 - text.length / most),
 * });
 * const registry = withSignals(standardSignals, brevity);
 * ```
 */
export function defineSignal<const T extends ParameterTable>(about: RolloutSignal<T>): Signal {
  return signalOf(about, (group, values) =>
    group.rollouts.map((rollout) => about.score(rollout, values, group)),
  );
}

/** A signal over whole groups; see {@link defineSignal}. Needs the group besides what it names. */
export function defineGroupSignal<const T extends ParameterTable>(about: GroupSignal<T>): Signal {
  const { needs, ...signal } = signalOf(about, about.score);
  return { ...signal, needs: (params) => [...needs(params), 'group'] };
}

function signalOf<T extends ParameterTable>(
  about: About<T>,
  score: (group: Group, values: Values<T>) => Scores,
): Signal {
  const { needs = [], rangeWhen, gap, gather } = about;
  return {
    name: about.name,
    summary: about.summary,
    source: about.source ?? 'defined by its user',
    parameters: about.parameters,
    needs: typeof needs === 'function' ? (params) => needs(typed<T>(params)) : () => needs,
    range: (params) => about.range(typed<T>(params)),
    ...(rangeWhen && {
      rangeWhen: (params: Params, correct: boolean) => rangeWhen(typed<T>(params), correct),
    }),
    ...(gap && { gap: (params: Params) => gap(typed<T>(params)) }),
    ...(gather && {
      gather: (rollouts: readonly Rollout[], params: Params) => gather(rollouts, typed<T>(params)),
    }),
    score: (group, params) => score(group, typed<T>(params)).map(oneZero),
  };
}

/** Parameters were checked against the table when the reward was made: what a table promises, they hold. */
const typed = <T extends ParameterTable>(params: Params): Values<T> => params as Json as Values<T>;

/** JSON has only one zero. */
const oneZero = (value: number | null): number | null => (value === 0 ? 0 : value);
