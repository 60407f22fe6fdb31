import fc from 'fast-check';
import { canonicalJson, type Json } from '../../support/index.js';
import { evaluate } from '../evaluate.js';
import { learn, type Memories, mergeMemories, noMemories } from '../memories.js';
import type { Group } from '../rollout.js';
import { groups, hostileGroups } from './arbitraries.js';
import type { Law, Subject } from './law.js';

/** A memory as text, whatever the order in which it was learned. */
function contentOf(memories: Memories): string {
  const entries = [...memories].map(([key, states]): readonly [string, Json] => [
    key,
    [...states].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ]);
  return canonicalJson(
    entries
      .filter(([, states]) => Array.isArray(states) && states.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const several = fc.array(groups(), { maxLength: 5 });

const learned = (
  { registry }: Subject,
  term: Parameters<typeof learn>[0],
  batch: readonly Group[],
  from = noMemories,
) => learn(term, batch, from, registry);

/** The order in which groups arrive changes nothing. */
export const learnsInAnyOrder = (subject: Subject): Law => ({
  name: 'what is remembered does not depend on the order of the groups',
  property: fc.property(subject.rewards, several, ({ term }, batch) => {
    return (
      contentOf(learned(subject, term, batch)) === contentOf(learned(subject, term, [...batch].reverse()))
    );
  }),
});

/** One batch, two batches, or two processes that merge: the same memory. */
export const mergesShards = (subject: Subject): Law => ({
  name: 'what shards learn apart and merge is what one learner learns',
  property: fc.property(subject.rewards, several, several, ({ term }, a, b) => {
    const whole = contentOf(learned(subject, term, [...a, ...b]));
    const merged = mergeMemories(
      term,
      learned(subject, term, a),
      learned(subject, term, b),
      subject.registry,
    );
    return (
      contentOf(merged) === whole && contentOf(learned(subject, term, b, learned(subject, term, a))) === whole
    );
  }),
});

/** Merging is a commutative monoid: associative, commutative, the empty memory its identity. */
export const mergesAsMonoid = (subject: Subject): Law => ({
  name: 'memories are a commutative monoid',
  property: fc.property(subject.rewards, several, several, several, ({ term }, x, y, z) => {
    const [a, b, c] = [x, y, z].map((batch) => learned(subject, term, batch)) as [
      Memories,
      Memories,
      Memories,
    ];
    const merge = (p: Memories, q: Memories): Memories => mergeMemories(term, p, q, subject.registry);
    return (
      contentOf(merge(a, merge(b, c))) === contentOf(merge(merge(a, b), c)) &&
      contentOf(merge(a, b)) === contentOf(merge(b, a)) &&
      contentOf(merge(a, noMemories)) === contentOf(a) &&
      contentOf(merge(noMemories, a)) === contentOf(a)
    );
  }),
});

/** Learning leaves the memory it starts from as it was, and a memory that went through JSON scores the same. */
export const remembersByValue = (subject: Subject): Law => ({
  name: 'learning makes a new memory, and one that went through JSON scores the same',
  property: fc.property(subject.rewards, several, groups(), ({ term }, batch, group) => {
    const before = learned(subject, term, batch);
    const text = contentOf(before);
    learned(subject, term, [group], before);
    if (contentOf(before) !== text) return false;
    const copy: Memories = new Map(
      [...before].map(([key, states]) => [key, new Map(JSON.parse(JSON.stringify([...states])))]),
    );
    const [kept, read] = [before, copy].map((memory) => evaluate(term, group, memory, subject.registry));
    return JSON.stringify(kept?.scores) === JSON.stringify(read?.scores);
  }),
});

/** Hostile data teach nothing that JSON cannot carry, and nothing that makes a later value other than finite. */
export const survivesAnything = (subject: Subject): Law => ({
  name: 'what is learned from any data is JSON, and scores are finite after it',
  property: fc.property(
    subject.rewards,
    fc.array(hostileGroups(), { maxLength: 3 }),
    groups(),
    ({ term }, batch, group) => {
      const one = batch.map((hostile) => ({ ...hostile, problem: group.problem }));
      const memory = learned(subject, term, [...one, group]);
      // Throws for NaN and infinities.
      contentOf(memory);
      const { scores } = evaluate(term, group, memory, subject.registry);
      return scores.every((value) => value === null || Number.isFinite(value));
    },
  ),
});
