import { asProblemId, type Facts, type Group, type Rollout } from '../../rewards/index.js';
import type { Judged } from './judge.js';
import type { ScoreRow } from './rows.js';

/** The responses to one problem in one step, with the rows they come from. */
export interface RowGroup {
  readonly group: Group;
  readonly rows: readonly ScoreRow[];
}

/** One step: its groups in the order in which they first appear. */
export interface Step {
  readonly step: number;
  readonly groups: readonly RowGroup[];
}

function factsOf({ facts }: ScoreRow, { correct, verdict }: Judged): Facts {
  const {
    tokens: _tokens,
    finish: _finish,
    referenceAccuracy: _reference,
    correct: _correct,
    ...rest
  } = facts;
  return {
    ...rest,
    ...(correct === undefined ? {} : { correct }),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

function rolloutOf(row: ScoreRow, judged: Judged): Rollout {
  const { tokens, finish } = row.facts;
  return {
    text: row.response,
    ...(tokens === undefined ? {} : { tokens }),
    ...(finish === undefined ? {} : { finish }),
    ...(row.sample === null ? {} : { sample: row.sample }),
    facts: factsOf(row, judged),
  };
}

function groupOf(rows: readonly ScoreRow[], judged: readonly Judged[]): Group {
  const first = rows[0] as ScoreRow;
  const gold = typeof first.gold === 'string' ? first.gold : first.gold?.[0];
  const reference = rows.find(({ facts }) => facts.referenceAccuracy !== undefined)?.facts.referenceAccuracy;
  return {
    problem: asProblemId(first.problem),
    step: first.step,
    rollouts: rows.map((row) => rolloutOf(row, judged[row.index] as Judged)),
    ...(gold === undefined ? {} : { gold }),
    ...(reference === undefined ? {} : { referenceAccuracy: reference }),
  };
}

/** Rows as steps, in rising order, each with its groups: the rows of one problem in one step. */
export function stepsOf(rows: readonly ScoreRow[], judged: readonly Judged[]): readonly Step[] {
  const steps = new Map<number, Map<string, ScoreRow[]>>();
  for (const row of rows) {
    const groups = steps.get(row.step) ?? new Map<string, ScoreRow[]>();
    steps.set(row.step, groups);
    const members = groups.get(row.problem);
    if (members === undefined) groups.set(row.problem, [row]);
    else members.push(row);
  }
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([step, groups]) => ({
      step,
      groups: [...groups.values()].map((members) => ({ group: groupOf(members, judged), rows: members })),
    }));
}
