import type { NumberNode } from '../expr.js';

/**
 * What both front ends (LaTeX over KaTeX, plain and code notation) lex into, and the one grammar reads. A token
 * list is nested: groups, fractions and matrices carry token lists of their own.
 */
interface Base {
  /** UTF-16 offset of the first character in the parsed source; −1 where a repair made the token. */
  readonly start: number;
  readonly end: number;
  /** White space (or an explicit space command such as `\,` or `~`) stands before this token. */
  readonly spaceBefore: boolean;
  /** A `\quad` or wider stands before: it separates two statements and never multiplies. */
  readonly wide?: true;
}

/** Operators and relations after normalisation of every spelling (`\cdot`, `*`, `×` … are all `*`). */
export type Operator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '!'
  | '!!'
  | '%'
  | 'pm'
  | 'mp'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'approx'
  | 'equiv'
  | 'assign'
  | ','
  | ';'
  | ':'
  | '.'
  | '|'
  | 'prime'
  | 'degree'
  | 'arcminute'
  | 'arcsecond'
  | 'ellipsis'
  | 'in'
  | 'notin'
  | 'subset'
  | 'subseteq'
  | 'union'
  | 'intersection'
  | 'setminus'
  | 'and'
  | 'or'
  | 'not'
  | 'implies'
  | 'iff'
  | 'xor'
  | 'to'
  | 'forall'
  | 'exists'
  | 'parallel'
  | 'perp'
  | 'propto'
  | 'mod'
  | 'dot'
  | 'cross'
  | 'sum'
  | 'product'
  | 'integral'
  | 'limit'
  | 'partial'
  | 'angle'
  | 'triangle';

/** Operators that stand after their operand: with them it is complete. */
export const POSTFIX_OPERATORS: ReadonlySet<Operator> = new Set<Operator>([
  '!',
  '!!',
  '%',
  'prime',
  'degree',
  'arcminute',
  'arcsecond',
  'ellipsis',
]);

/** The smallest piece of notation that means something by itself. */
export type Token =
  /** Digits with an optional point, as one token; grouping commas and spaces are NOT merged (see grammar). */
  | (Base & { readonly kind: 'number'; readonly raw: string; readonly value: NumberNode })
  /** One identifier: a letter, a Greek name, or a word known to be a function (`sin`, `lcm`, `Re`). */
  | (Base & {
      readonly kind: 'name';
      readonly name: string;
      /**
       * How a single letter was set apart: `\mathrm{m}` (a unit, e, i or d), `\mathbf{v}`, `\mathcal{O}`. Absent for
       * ordinary letters and for function names.
       */
      readonly style?: 'upright' | 'bold' | 'script';
      /** Set as words right after a number, and the letter of a unit: `3\text{ m}`. */
      readonly measured?: true;
    })
  | (Base & {
      readonly kind: 'operator';
      readonly operator: Operator;
      /**
       * On `,` and `.`: `grouping` when written `{,}`, `{.}` or `,\!`, so that it can only be part of a numeral
       * (`1{,}000`; `0{,}5` is a decimal comma). On `|`: `mid` when written `\mid`, `\middle|` or `:` of a set-builder
       * by command, so that it never opens or closes an absolute value. On `*`: `times` when written ×, which
       * between vectors is their vector product.
       */
      readonly mark?: 'grouping' | 'mid' | 'times';
    })
  /** A delimiter. `bracket` is one of ( ) [ ] { } ⟨ ⟩ ⌊ ⌋ ⌈ ⌉ or a bar: '|' '‖' when \left/\right made it sided. */
  | (Base & { readonly kind: 'open' | 'close'; readonly bracket: string })
  /** A braced group: one operand. */
  | (Base & { readonly kind: 'group'; readonly tokens: readonly Token[] })
  | (Base & { readonly kind: 'fraction'; readonly top: readonly Token[]; readonly bottom: readonly Token[] })
  | (Base & { readonly kind: 'binomial'; readonly top: readonly Token[]; readonly bottom: readonly Token[] })
  | (Base & {
      readonly kind: 'root';
      readonly radicand: readonly Token[];
      readonly index: readonly Token[] | null;
    })
  /** Attached to the token before it. */
  | (Base & {
      readonly kind: 'script';
      readonly sub: readonly Token[] | null;
      readonly sup: readonly Token[] | null;
    })
  /** \overline, \bar, \vec, \hat, \overrightarrow, \overset{\frown} …: `accent` is the command's bare name. */
  | (Base & { readonly kind: 'accent'; readonly accent: string; readonly tokens: readonly Token[] })
  | (Base & {
      readonly kind: 'array';
      /** 'matrix' (with its delimiters: '(' '[' '|' '‖' '{' or ''), 'cases' or 'lines' (aligned, gathered …). */
      readonly shape: 'matrix' | 'cases' | 'lines';
      readonly delimiter: string;
      readonly rows: readonly (readonly (readonly Token[])[])[];
    })
  /** Words in \text, \mathrm of several letters that is no function, or prose in plain notation. */
  | (Base & { readonly kind: 'text'; readonly value: string })
  /** Struck out (\cancel), hidden or otherwise not to be read as an answer: makes the parse fail. */
  | (Base & { readonly kind: 'invalid'; readonly why: string });

/** Why and where a text does not parse. */
export interface ParseFailure {
  readonly message: string;
  /** Offsets into the text that was parsed. */
  readonly start: number;
  readonly end: number;
  /** `unsupported`: it is mathematics, but of a kind not handled. */
  readonly reason: 'parse-error' | 'unsupported' | 'budget';
}
