import type { VerifyRecord } from '../record.js';
import { groupScore } from './group.js';
import { GroupMeans } from './group-means.js';
import type { Entry, Unit } from './types.js';

/** How one response ended, for people. */
export type Outcome = 'correct' | 'wrong' | 'noAnswer' | 'undecided' | 'lost' | 'badGold';

/** A wrong answer kept for the table. */
export interface Example {
  readonly unit: Unit;
  readonly record: VerifyRecord;
}

interface Split {
  n: number;
  correct: number;
}

/** The first word of a reason: `no-answer`, `parse-error`, `unsupported`, `budget`, `bad-gold`, `lost`. */
export const reasonCode = (reason: string | null): string => /^[\w-]+/.exec(reason ?? '')?.[0] ?? '';

/** How a record ended. */
export function outcomeOf(record: VerifyRecord): Outcome {
  if (record.correct === null) return 'badGold';
  if (record.correct) return 'correct';
  if (record.verdict !== 'undecided') return 'wrong';
  const code = reasonCode(record.reason);
  return code === 'no-answer' ? 'noAnswer' : code === 'lost' ? 'lost' : 'undecided';
}

/** Counts over judged records, in input order, so that equal inputs give equal counts. */
export class Tally {
  /** Records counted; repetitions are not. */
  records = 0;
  /** Records judged but not counted. */
  repeated = 0;
  responses = 0;
  readonly outcomes: Record<Outcome, number> = {
    correct: 0,
    wrong: 0,
    noAnswer: 0,
    undecided: 0,
    lost: 0,
    badGold: 0,
  };
  /** Verdicts cut off by a spent budget. */
  budget = 0;
  readonly kinds: Map<string, Split> = new Map();
  readonly rules: Map<string, { equal: number; different: number }> = new Map();
  readonly reasons: Map<string, number> = new Map();
  readonly examples: Example[] = [];
  readonly #wanted: number;
  readonly #ks: readonly number[] | null;
  /** Means over the records with several responses. */
  readonly groups: GroupMeans = new GroupMeans();

  constructor(options: { readonly examples: number; readonly ks: readonly number[] | null }) {
    this.#wanted = options.examples;
    this.#ks = options.ks;
  }

  /** Responses whose gold is usable. */
  get judged(): number {
    return this.responses - this.outcomes.badGold;
  }

  add({ unit, judged }: Entry): void {
    if (!unit.counted) {
      this.repeated += 1;
      return;
    }
    this.records += 1;
    for (const record of judged.records) this.#response(unit, record);
    const group = groupScore(judged, this.#ks);
    if (group !== null) this.groups.add(group);
  }

  #response(unit: Unit, record: VerifyRecord): void {
    const outcome = outcomeOf(record);
    this.responses += 1;
    this.outcomes[outcome] += 1;
    if (record.verdict === 'undecided') {
      const code = reasonCode(record.reason);
      this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1);
      if (code === 'budget') this.budget += 1;
    } else if (record.rule !== null) {
      const rule = this.rules.get(record.rule) ?? { equal: 0, different: 0 };
      rule[record.verdict] += 1;
      this.rules.set(record.rule, rule);
    }
    if (outcome === 'badGold') return;
    const split = this.kinds.get(record.kind ?? 'none') ?? { n: 0, correct: 0 };
    split.n += 1;
    if (outcome === 'correct') split.correct += 1;
    this.kinds.set(record.kind ?? 'none', split);
    if (outcome !== 'correct' && this.examples.length < this.#wanted) this.examples.push({ unit, record });
  }
}
