import type { Answer } from '../../../answer.js';
import type { Context } from '../../../context.js';
import { allOf, different, type Finding } from '../../../verdict.js';
import { exactValue } from '../../rules/index.js';
import type { Compare } from '../../table.js';
import { described } from '../shared/describe.js';

/** A text that equal exact numbers share and different ones do not; null for anything else. */
function keyOf(answer: Answer, context: Context): string | null {
  if (answer.kind !== 'expression') return null;
  const value = exactValue(answer.expr, context);
  return value === null ? null : `${value.num}/${value.den}`;
}

interface Keyed {
  readonly answer: Answer;
  readonly key: string | null;
}

const keyed = (answers: readonly Answer[], context: Context): readonly Keyed[] =>
  answers.map((answer) => ({ answer, key: keyOf(answer, context) }));

const missing = (rule: string, gold: string, given: string, certainty: 'proved' | 'probable'): Finding =>
  different(rule, certainty, { at: {}, gold, given });

/** The outcome of looking for a partner among several. */
interface Search {
  readonly at: number;
  readonly finding: Finding;
}

/** The first partner of `item`; without one, what to say about its absence. */
function partnerOf(
  item: Keyed,
  others: readonly Keyed[],
  taken: ReadonlySet<number> | null,
  compare: (other: Answer) => Finding,
  context: Context,
): Search {
  let open: Finding | null = null;
  let certainty: 'proved' | 'probable' = 'proved';
  for (const [at, other] of others.entries()) {
    if (taken?.has(at)) continue;
    context.budget.spend();
    const finding = compare(other.answer);
    if (finding.kind === 'equal') return { at, finding };
    if (finding.kind === 'undecided') open ??= finding;
    else if (finding.certainty === 'probable') certainty = 'probable';
  }
  if (open !== null) return { at: -1, finding: open };
  return { at: -1, finding: missing('part-missing', described(item.answer), '', certainty) };
}

/** Pairs that share an exact value are taken out first: linear, and enough for long lists of numbers. */
function pairByKey(
  gold: readonly Keyed[],
  given: readonly Keyed[],
): { readonly gold: Keyed[]; readonly given: Keyed[] } {
  const waiting = new Map<string, number[]>();
  for (const [at, { key }] of given.entries()) {
    if (key === null) continue;
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [at]);
    else list.push(at);
  }
  const used = new Set<number>();
  const restGold = gold.filter(({ key }) => {
    const at = key === null ? undefined : waiting.get(key)?.pop();
    if (at === undefined) return true;
    used.add(at);
    return false;
  });
  return { gold: restGold, given: given.filter((_, at) => !used.has(at)) };
}

/** The same items, each as often, in any order. */
export function matchMultiset(
  rule: string,
  gold: readonly Answer[],
  given: readonly Answer[],
  context: Context,
  recurse: Compare,
): Finding {
  if (gold.length !== given.length) {
    return missing(rule, `${gold.length} values`, `${given.length} values`, 'proved');
  }
  const rest = pairByKey(keyed(gold, context), keyed(given, context));
  const taken = new Set<number>();
  const found: Finding[] = [];
  for (const item of rest.gold) {
    const { at, finding } = partnerOf(
      item,
      rest.given,
      taken,
      (other) => recurse(item.answer, other),
      context,
    );
    found.push(finding);
    if (finding.kind === 'different') return renamed(rule, finding);
    if (at >= 0) taken.add(at);
  }
  return allOf(rule, found);
}

const renamed = (rule: string, finding: Finding): Finding =>
  finding.kind === 'different' ? { ...finding, by: rule } : finding;

/** Each exact value once. */
function distinct(items: readonly Keyed[]): readonly Keyed[] {
  const seen = new Set<string>();
  return items.filter(({ key }) => {
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The same items in any order, repetitions ignored. */
export function matchSet(
  rule: string,
  gold: readonly Answer[],
  given: readonly Answer[],
  context: Context,
  recurse: Compare,
): Finding {
  const [left, right] = [distinct(keyed(gold, context)), distinct(keyed(given, context))];
  const rest = pairByKey(left, right);
  // What lost its partner to the quick pass may still equal an item already paired, so all are candidates.
  const found: Finding[] = [];
  for (const item of rest.gold) {
    found.push(partnerOf(item, right, null, (other) => recurse(item.answer, other), context).finding);
  }
  for (const item of rest.given) {
    found.push(partnerOf(item, left, null, (other) => recurse(other, item.answer), context).finding);
  }
  return renamed(rule, allOf(rule, found));
}

/** Item by item in order. */
export function matchInOrder(
  rule: string,
  gold: readonly Answer[],
  given: readonly Answer[],
  recurse: Compare,
): Finding {
  if (gold.length !== given.length) {
    return missing(rule, `${gold.length} values`, `${given.length} values`, 'proved');
  }
  return allOf(
    rule,
    gold.map((item, i) => recurse(item, given[i]!)),
  );
}
