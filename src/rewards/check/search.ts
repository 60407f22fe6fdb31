import { type Random, seededRandom } from '../../support/index.js';
import { evaluate } from '../evaluate.js';
import { noMemories } from '../memories.js';
import { asProblemId } from '../rollout.js';
import { signalTerms } from '../traverse.js';
import { type Hunt, type Measured, measure, rolloutOf, type Sample } from './sampled.js';
import {
  type Choices,
  type Profile,
  profileChoices,
  type Reads,
  readsOf,
  type Setting,
  settingChoices,
} from './samples.js';
import type { CheckContext, Counterexample } from './warning.js';

/** The smallest lead found, with the group that shows it. */
export interface Found {
  readonly lead: number;
  readonly counterexample: Counterexample;
}

const STARTS = 12;
const SWEEPS = 4;
const EFFORT = 20_000;
/** Values of nodes that a search may work out: a large term gets fewer evaluations. */
const NODE_EFFORT = 2_000_000;

/**
 * Looks for the smallest lead by trying one field at a time from several starts. Deterministic: a seeded generator chooses the
 * starts and evaluations are counted. It is content with a lead below 0, or of `least`, below which there is none. `null` when no sampled group gives a lead at all.
 */
export function search(
  context: CheckContext,
  hunt: Hunt,
  least: number = Number.NEGATIVE_INFINITY,
): Found | null {
  if (context.options.effort === 0) return null;
  const { reward, registry, options } = context;
  const reads = readsOf(reward.term, registry);
  const space = spaceOf(context, reads);
  const random = seededRandom(1);
  const state: Best = {
    found: null,
    sample: null,
    left: options.effort ?? Math.ceil(Math.min(EFFORT, NODE_EFFORT / context.sites.length)),
  };
  const lead = (sample: Sample): number | null => {
    state.left -= 1;
    const { counterexample, value } = measure(context, reads, sample, hunt);
    if (value === null || (state.found !== null && value >= state.found.lead)) return value;
    state.found = { lead: value, counterexample };
    state.sample = sample;
    return value;
  };
  const content = (): boolean => state.found !== null && (state.found.lead < 0 || state.found.lead <= least);
  for (let start = 0; start < STARTS && state.left > 0 && !content(); start += 1)
    descend(start === 0 ? plainest(space) : anywhere(space, random), space, lead, state);
  if (state.sample === null || state.found === null) return state.found;
  return simplest(state.sample, state.found, space, (sample) => measure(context, reads, sample, hunt));
}

interface Best {
  found: Found | null;
  sample: Sample | null;
  left: number;
}

interface Space {
  readonly setting: Choices<Setting>;
  readonly first: Choices<Profile>;
  readonly second: Choices<Profile>;
}

type Part = keyof Space;

/** Every field of a sample, as (part, key) pairs, in a fixed order. */
function fieldsOf(space: Space): readonly (readonly [Part, string])[] {
  const parts: readonly Part[] = ['setting', 'first', 'second'];
  return parts.flatMap((part) => Object.keys(space[part]).map((key) => [part, key] as const));
}

const valuesOf = (space: Space, part: Part, key: string): readonly unknown[] =>
  // Erasure: keys come from the space itself.
  (space[part] as unknown as Readonly<Record<string, readonly unknown[]>>)[key] ?? [];

const withValue = (sample: Sample, part: Part, key: string, value: unknown): Sample => ({
  ...sample,
  [part]: { ...sample[part], [key]: value },
});

function spaceOf(context: CheckContext, reads: Reads): Space {
  const { sites, options } = context;
  const knots = sites.flatMap(({ term }) => (term.op === 'schedule' ? term.knots.map(([step]) => step) : []));
  const group = sites.some(({ term }) => term.op === 'centre' || term.op === 'zscore' || term.op === 'rank');
  const every = profileChoices(reads);
  const profile = { ...every, text: readsText(context, reads, every) ? every.text : every.text.slice(0, 1) };
  const setting = settingChoices(reads, knots, group);
  const most = (options.steps ?? Number.POSITIVE_INFINITY) - 1;
  return {
    setting: { ...setting, step: setting.step.filter((step) => step === 0 || step <= most) },
    first: profile,
    second: profile,
  };
}

/** Whether some signal tells the texts apart. */
function readsText({ reward, registry }: CheckContext, reads: Reads, choices: Choices<Profile>): boolean {
  const profile = plainestOf(choices);
  return [true, false].some((correct) => {
    const rollouts = choices.text.map((text) => rolloutOf({ ...profile, text }, correct, reads));
    const group = { problem: asProblemId('sampled'), step: 0, gold: '4', referenceAccuracy: 0.5, rollouts };
    return signalTerms(reward.term).some(
      ({ node }) => new Set(evaluate(node, group, noMemories, registry).scores).size > 1,
    );
  });
}

/** A sample chosen field by field. */
function choose(space: Space, pick: Pick): Sample {
  return {
    setting: oneOf(space.setting, pick),
    first: oneOf(space.first, pick),
    second: oneOf(space.second, pick),
  };
}

type Pick = (values: readonly unknown[]) => unknown;

const oneOf = <T>(choices: Choices<T>, pick: Pick): T =>
  // Erasure: an object of the same keys, each with one of its choices.
  Object.fromEntries(Object.entries(choices).map(([key, values]) => [key, pick(values as unknown[])])) as T;

const plainestOf = <T>(choices: Choices<T>): T => oneOf(choices, ([first]) => first);

const plainest = (space: Space): Sample => choose(space, ([first]) => first);

const anywhere = (space: Space, random: Random): Sample =>
  choose(space, (values) => values[random.below(values.length)]);

/** Takes the best value of one field after the other until a sweep brings nothing. */
function descend(start: Sample, space: Space, lead: (sample: Sample) => number | null, state: Best): void {
  let sample = start;
  let best = lead(start) ?? Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const before = best;
    for (const [part, key] of fieldsOf(space)) {
      for (const value of valuesOf(space, part, key)) {
        if (state.left <= 0) return;
        const next = withValue(sample, part, key, value);
        const got = lead(next);
        if (got !== null && got < best) [best, sample] = [got, next];
      }
    }
    if (best === before) return;
  }
}

/** Puts every field back to its plainest value where the sample still shows as much: what is left is what matters. */
function simplest(sample: Sample, found: Found, space: Space, at: (sample: Sample) => Measured): Found {
  const plain = plainest(space);
  let best: Found = found;
  let kept = sample;
  for (const [part, key] of fieldsOf(space)) {
    const value = (plain[part] as unknown as Readonly<Record<string, unknown>>)[key];
    const next = withValue(kept, part, key, value);
    const { value: lead, counterexample } = at(next);
    if (lead === null || lead > best.lead) continue;
    [best, kept] = [{ lead, counterexample }, next];
  }
  return best;
}
