/** A half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * How sure a decision is. `proved`: exact arithmetic, a formal identity or a rigorous enclosure settles it.
 * `probable`: strong evidence (agreement in several prime fields or in hundreds of bits) but no proof.
 */
export type Certainty = 'proved' | 'probable';

/** What separates two answers that differ: a point, the two values there, or the part that has no partner. */
export interface Witness {
  /** Values of the free symbols, as text; empty for constants. */
  readonly at: Readonly<Record<string, string>>;
  /** What the gold gives there, as text. */
  readonly gold: string;
  /** What the answer gives there, as text. */
  readonly given: string;
}

/** Name of the rule that decided, in kebab-case; the full list with meanings is in docs/verdicts.md. */
export type RuleName = string;

/**
 * Why nothing was decided. All but `bad-gold` are the response's fault and are paid as wrong. `lost` is said by the
 * worker pool alone: the worker crashed, ran out of memory or was stopped by the backstop.
 */
export type UndecidedReason = 'no-answer' | 'bad-gold' | 'parse-error' | 'unsupported' | 'budget' | 'lost';

/** The three-valued result of a comparison. `steps` counts the budget spent, the same on any machine. */
export type Verdict =
  | { readonly kind: 'equal'; readonly by: RuleName; readonly certainty: Certainty; readonly steps: number }
  | {
      readonly kind: 'different';
      readonly by: RuleName;
      readonly certainty: Certainty;
      readonly witness?: Witness;
      readonly steps: number;
    }
  | {
      readonly kind: 'undecided';
      readonly reason: UndecidedReason;
      readonly detail: string;
      readonly span?: Span;
      readonly steps: number;
    };

/**
 * What a rule returns before steps are stamped on: a decision without `steps`. `null` from a rule means
 * "not mine to decide: ask the next rule".
 */
export type Finding =
  | { readonly kind: 'equal'; readonly by: RuleName; readonly certainty: Certainty }
  | {
      readonly kind: 'different';
      readonly by: RuleName;
      readonly certainty: Certainty;
      readonly witness?: Witness;
    }
  | {
      readonly kind: 'undecided';
      readonly reason: UndecidedReason;
      readonly detail: string;
      readonly span?: Span;
    };

/** An `equal` finding. */
export const equal = (by: RuleName, certainty: Certainty = 'proved'): Finding => ({
  kind: 'equal',
  by,
  certainty,
});

/** A `different` finding, with a witness where there is one. */
export const different = (by: RuleName, certainty: Certainty = 'proved', witness?: Witness): Finding =>
  witness === undefined
    ? { kind: 'different', by, certainty }
    : { kind: 'different', by, certainty, witness };

/** An `undecided` finding. */
export const undecided = (reason: UndecidedReason, detail: string): Finding => ({
  kind: 'undecided',
  reason,
  detail,
});

/**
 * A finding stamped with the steps spent. Each kind is spelled out: a spread of objects of many shapes makes a new shape
 * at every call, and whoever reads the verdict pays for that.
 */
export function withSteps(finding: Finding, steps: number): Verdict {
  if (finding.kind === 'undecided') {
    const { kind, reason, detail, span } = finding;
    return span === undefined ? { kind, reason, detail, steps } : { kind, reason, detail, span, steps };
  }
  const { kind, by, certainty } = finding;
  if (kind === 'equal') return { kind, by, certainty, steps };
  const { witness } = finding;
  return witness === undefined ? { kind, by, certainty, steps } : { kind, by, certainty, witness, steps };
}

/** A finding with its sides exchanged: only the witness tells them apart. */
export function exchanged(finding: Finding): Finding {
  if (finding.kind !== 'different' || finding.witness === undefined) return finding;
  const { at, gold, given } = finding.witness;
  return different(finding.by, finding.certainty, { at, gold: given, given: gold });
}

const weaker = (a: Certainty, b: Certainty): Certainty =>
  a === 'proved' && b === 'proved' ? 'proved' : 'probable';

/**
 * Combines the findings of parts that must all agree (coordinates, matrix entries, endpoints): any difference
 * decides (a proved one first), then any undecided part, and equality is as sure as its weakest part.
 */
export function allOf(by: RuleName, findings: readonly Finding[]): Finding {
  let certainty: Certainty = 'proved';
  let open: Finding | undefined;
  let differs: Extract<Finding, { kind: 'different' }> | undefined;
  for (const finding of findings) {
    if (finding.kind === 'different') {
      if (differs === undefined || (differs.certainty === 'probable' && finding.certainty === 'proved'))
        differs = finding;
    } else if (finding.kind === 'undecided') open ??= finding;
    else certainty = weaker(certainty, finding.certainty);
  }
  return differs ?? open ?? equal(by, certainty);
}
