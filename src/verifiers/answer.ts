import type { Expr, NumberNode } from './expr.js';

/**
 * What a final answer is, after parsing: one typed case per kind, each holding expressions or further answers.
 * Nothing here knows where the answer came from (gold or response).
 */
export type Answer =
  | ExpressionAnswer
  | RelationAnswer
  | IntervalAnswer
  | SetAnswer
  | SetOperationAnswer
  | SetBuilderAnswer
  | TupleAnswer
  | ListAnswer
  | MatrixAnswer
  | FamilyAnswer
  | PiecewiseAnswer
  | LogicAnswer
  | QuantityAnswer
  | RatioAnswer
  | BaseNumeralAnswer
  | TimeAnswer
  | DateAnswer
  | LabelledAnswer
  | ChoiceAnswer
  | TruthAnswer
  | NothingAnswer
  | TextAnswer;

/** A number or an expression with symbols. */
export interface ExpressionAnswer {
  readonly kind: 'expression';
  readonly expr: Expr;
  /** The other reading when letters after a number may as well be a unit: `2h`, `\\sqrt{12} m`. */
  readonly measured?: QuantityAnswer;
}

/** What stands between two sides; `congruent` is ≡. */
export type RelationOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'approx' | 'congruent';

/** `sides[0] operators[0] sides[1] operators[1] …`; a plain equation has two sides. */
export interface RelationAnswer {
  readonly kind: 'relation';
  readonly sides: readonly Expr[];
  readonly operators: readonly RelationOperator[];
  /** The modulus of a congruence. */
  readonly modulus?: Expr;
  /** Sides that are sets, tuples, matrices …, as answers (`[a, b) = [c, d)`); a name before them is left out. */
  readonly values?: readonly Answer[];
}

/** A real interval; an infinite end is never closed. `variable` is kept from `x ∈ (1, 2]`. */
export interface IntervalAnswer {
  readonly kind: 'interval';
  readonly low: Expr;
  readonly high: Expr;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
  /** True for `(a, b)` and `[a, b]`, which may as well be a point or a list; the other side settles it. */
  readonly ambiguous: boolean;
  readonly variable?: string;
}

/** A finite set, braces written. Empty: ∅. */
export interface SetAnswer {
  readonly kind: 'set';
  readonly elements: readonly Answer[];
  readonly variable?: string;
}

/** Union, intersection or difference of sets. */
export interface SetOperationAnswer {
  readonly kind: 'set-operation';
  readonly operation: 'union' | 'intersection' | 'difference';
  readonly parts: readonly Answer[];
  readonly variable?: string;
}

/** `{element | conditions}`. */
export interface SetBuilderAnswer {
  readonly kind: 'set-builder';
  readonly element: Answer;
  readonly conditions: readonly Answer[];
}

/** An ordered tuple, point or ⟨…⟩ vector. */
export interface TupleAnswer {
  readonly kind: 'tuple';
  readonly items: readonly Answer[];
  readonly notation: 'round' | 'square' | 'angle';
  /** A point's name or coordinates' names, where written: `P(1, 2)`, `(x, y) = (1, 2)`. */
  readonly names?: readonly string[];
}

/** Items separated by commas, "and" or "or", without brackets. */
export interface ListAnswer {
  readonly kind: 'list';
  readonly items: readonly Answer[];
  /** What stands before each item where all of them are sets, tuples … under names: `A = {1, 2}, B = {3}`. */
  readonly names?: readonly string[];
  /** The other reading, as one number: `2,74` as a decimal, `12,34,567` as grouped, "3 and 1/4" as mixed. */
  readonly decimal?: NumberNode;
}

/** Rows of entries; a column vector has one entry a row. */
export interface MatrixAnswer {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Expr[])[];
}

/**
 * An answer with free parameters: `π/2 + kπ, k ∈ ℤ`, `x³/3 + C`, `C₁eˣ + C₂e⁻ˣ`, `(t, 3 − t), t ∈ ℝ`.
 * Each parameter has a domain; `body` is the answer in terms of them.
 */
export interface FamilyAnswer {
  readonly kind: 'family';
  readonly body: Answer;
  readonly parameters: readonly {
    readonly name: string;
    readonly domain: Answer | 'integer' | 'real' | 'constant';
  }[];
}

/** A function given by cases. */
export interface PiecewiseAnswer {
  readonly kind: 'piecewise';
  readonly cases: readonly { readonly value: Answer; readonly condition: Answer | 'otherwise' }[];
  readonly name?: string;
}

/** A system (`and`), an alternative (`or`) or a negation of relations. */
export interface LogicAnswer {
  readonly kind: 'logic';
  readonly operation: 'and' | 'or' | 'not';
  readonly parts: readonly Answer[];
}

/** A value in a unit; `factor` converts the value to SI base units, `dimension` maps base unit to exponent. */
export interface QuantityAnswer {
  readonly kind: 'quantity';
  readonly value: Answer;
  readonly unit: Unit;
  /** The other reading when the unit's letters may as well be variables: `3 m/s`, `2mg`. */
  readonly algebra?: Answer;
}

/** A unit or product of units, as an exact factor over base units. */
export interface Unit {
  /** As written, normalised: `km/h`, `$`, `°`. */
  readonly name: string;
  /** Multiply the value by this exact expression to reach the coherent base unit. */
  readonly factor: Expr;
  /** Added after multiplying (temperatures); 0 for nearly all. */
  readonly offset: Expr;
  /** Base dimension (`m`, `kg`, `s`, `A`, `K`, `mol`, `cd`, `rad`, `USD`, `item:apple` …) → integer exponent. */
  readonly dimension: Readonly<Record<string, number>>;
}

/** A ratio `a : b : …` of at least two terms. */
export interface RatioAnswer {
  readonly kind: 'ratio';
  readonly terms: readonly Expr[];
  /** What stands in this ratio, where the answer names it: `a : b = 2 : 3`. */
  readonly of?: readonly Expr[];
}

/** A numeral in a named base, such as `1011_2`. */
export interface BaseNumeralAnswer {
  readonly kind: 'base-numeral';
  readonly digits: string;
  readonly base: number;
}

/** A time of day, minutes resolution or finer; `period` null when neither a.m. nor p.m. nor 24-hour is stated. */
export interface TimeAnswer {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly period: 'am' | 'pm' | null;
}

/** A calendar date; missing parts are null. `weekday` 0 is Sunday. */
export interface DateAnswer {
  readonly kind: 'date';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

/** `mean 4, median 5`, `(a) 3 (b) 7`, `Maximum = 2, Minimum = 1`: parts by label. */
export interface LabelledAnswer {
  readonly kind: 'labelled';
  readonly parts: readonly { readonly label: string; readonly value: Answer }[];
}

/** One or several option letters, with the option's text where given. */
export interface ChoiceAnswer {
  readonly kind: 'choice';
  readonly labels: readonly string[];
  readonly content?: Answer;
}

/** Yes or no, true or false. `word` tells which pair was used. */
export interface TruthAnswer {
  readonly kind: 'truth';
  readonly value: boolean;
  readonly word: 'yes-no' | 'true-false';
}

/** No value exists, and in which words: DNE, no solution, undefined. (∅ is an empty set, ∞ an expression.) */
export interface NothingAnswer {
  readonly kind: 'nothing';
  readonly sort: 'does-not-exist' | 'no-solution' | 'undefined';
}

/** Words. `normal` is what is compared: case, articles, final dot and text macros removed. */
export interface TextAnswer {
  readonly kind: 'text';
  readonly normal: string;
  /** The whole sentence that carries the words, in the same form: "the first is larger" says more than "larger". */
  readonly sentence?: string;
  /** A list of things by "and" or commas, none of which comes first. */
  readonly joined?: true;
}
