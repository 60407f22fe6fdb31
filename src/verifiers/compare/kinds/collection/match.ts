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

/** What is found of an item among others: the first equality, else an open question, else that it is missing. */
function partnerOf(
  item: Keyed,
  others: readonly Keyed[],
  isGiven: boolean,
  compare: (other: Answer) => Finding,
  context: Context,
): Finding {
  const findings: Finding[] = [];
  for (const other of others) {
    context.budget.spend();
    const finding = compare(other.answer);
    if (finding.kind === 'equal') return finding;
    findings.push(finding);
  }
  return noneOf(findings, item.answer, isGiven) ?? findings.find((finding) => finding.kind === 'undecided')!;
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
  const grid: Finding[][] = [];
  for (const item of rest.gold) {
    const line = rest.given.map((other) => {
      context.budget.spend();
      return recurse(item.answer, other.answer);
    });
    // An item that is none of the others settles it, whatever the rest.
    const lonely = noneOf(line, item.answer, false);
    if (lonely !== null) return renamed(rule, lonely);
    grid.push(line);
  }
  return renamed(rule, pairUp(rule, grid));
}

/** `different` when none of the findings is an equality or open; null otherwise. */
function noneOf(findings: readonly Finding[], item: Answer, isGiven: boolean): Finding | null {
  if (findings.some((finding) => finding.kind !== 'different')) return null;
  const proved = findings.every((finding) => finding.kind === 'different' && finding.certainty === 'proved');
  const name = described(item);
  return missing('part-missing', isGiven ? '' : name, isGiven ? name : '', proved ? 'proved' : 'probable');
}

/**
 * Partners for every line of a square grid of findings, each column once. What is left over decides between
 * "different" and "open" for both sides alike: a line or column without any chance settles it.
 */
export function pairUp(rule: string, grid: readonly (readonly Finding[])[]): Finding {
  const taken = new Set<number>();
  const found: Finding[] = [];
  for (const line of grid) {
    const at = line.findIndex((finding, i) => finding.kind === 'equal' && !taken.has(i));
    if (at < 0) continue;
    taken.add(at);
    found.push(line[at]!);
  }
  if (found.length === grid.length) return allOf(rule, found);
  const columns = grid.map((_, i) => grid.map((line) => line[i]!));
  const lonely = [...grid, ...columns].find((line) => line.every((finding) => finding.kind === 'different'));
  if (lonely !== undefined) return allOf(rule, lonely);
  return grid.flat().find((finding) => finding.kind === 'undecided') ?? different(rule, 'probable');
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
    found.push(partnerOf(item, right, false, (other) => recurse(item.answer, other), context));
  }
  for (const item of rest.given) {
    found.push(partnerOf(item, left, true, (other) => recurse(other, item.answer), context));
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
