import type { Trace } from './evaluate.js';
import { aligned, clean, MISSING, nameOf, placesOf, type Row, shortNumber } from './label.js';
import type { Group, Scores } from './rollout.js';
import type { ScoredGroup } from './score.js';
import type { Reward } from './term.js';

/** One node of a scored term, as a row: parents before children. */
export interface ExplainedNode {
  /** Path into the term, such as `term.parts[0].term`. */
  readonly path: string;
  /** Levels below the root. */
  readonly depth: number;
  /** The node in words: `0.5 · length: hapo`. */
  readonly label: string;
  /** `[G]`, before the reward's policy for missing values. */
  readonly scores: Scores;
  /** Why scores are missing, where it is known. */
  readonly note?: string;
}

/** Every node of a scored group with its values, for tables of one's own. */
export function explainNodes(scored: ScoredGroup, step = 0): readonly ExplainedNode[] {
  const walk = (trace: Trace, path: string, depth: number, role: string): ExplainedNode[] => {
    const { term, scores, note } = trace;
    const node: ExplainedNode = {
      path,
      depth,
      label: clean(`${role}${nameOf(term, step)}`),
      scores,
      ...(note === undefined ? {} : { note }),
    };
    const places = placesOf(term);
    const below = trace.children.flatMap((child, i) => {
      const { at, role: part } = places[i] ?? { at: `[${i}]`, role: '' };
      return walk(child, `${path}.${at}`, depth + 1, part);
    });
    return [node, ...below];
  };
  return walk(scored.trace, 'term', 0, '');
}

/** Options of {@link explain}. */
export interface ExplainOptions {
  /** Rollouts side by side before the table starts anew below; 8 unless told. */
  readonly columns?: number;
}

/**
 * A scored group as a table that a person reads: a row for every node, a column for every rollout, `–` where a value is
 * missing, then the reward itself, and below the table why values are missing.
 */
export function explain(
  reward: Reward,
  scored: ScoredGroup,
  group: Group,
  { columns = 8 }: ExplainOptions = {},
): string {
  const nodes = explainNodes(scored, group.step);
  const size = group.rollouts.length;
  const wide = columns >= 1 ? Math.floor(columns) : 1;
  const blocks = Array.from({ length: Math.max(1, Math.ceil(size / wide)) }, (_, block) =>
    table(reward, scored, group, nodes, block * wide, Math.min(size, (block + 1) * wide)),
  );
  const title = `${clean(reward.name)}: problem '${clean(group.problem)}', step ${group.step}`;
  const notes = nodes.flatMap(({ note }) => (note === undefined ? [] : [`! ${clean(note, 200)}`]));
  return `${[title, ...blocks, ...notes].join('\n')}\n`;
}

/** The table of rollouts `from` to `to` (exclusive). */
function table(
  reward: Reward,
  scored: ScoredGroup,
  group: Group,
  nodes: readonly ExplainedNode[],
  from: number,
  to: number,
): string {
  const some = group.rollouts.slice(from, to);
  const header: Row[] = [
    { label: '', cells: some.map((_, i) => String(from + i + 1)) },
    { label: 'answer', cells: some.map(({ facts }) => word(facts.correct)) },
    { label: 'tokens', cells: some.map(({ tokens }) => (tokens === undefined ? MISSING : String(tokens))) },
  ];
  const body = nodes.map(
    ({ depth, label, scores }): Row => ({
      label: `${'  '.repeat(depth)}${label}`,
      cells: some.map((_, i) => shortNumber(scores[from + i] ?? null)),
    }),
  );
  const total: Row = {
    label: `reward (missing: ${reward.undecided})`,
    cells: some.map((_, i) => shortNumber(scored.rewardsG[from + i] ?? null)),
  };
  return aligned([...header, ...body, total]);
}

const word = (correct: boolean | null | undefined): string =>
  correct === true ? 'right' : correct === false ? 'wrong' : MISSING;
