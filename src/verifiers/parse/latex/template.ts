import type { Operator } from '../token.js';

/**
 * What a symbol stands for, before it has a place in a source: a token without offsets, or one of a few
 * internal kinds that later passes resolve.
 */
export type Template =
  | { readonly kind: 'name'; readonly name: string; readonly style?: 'upright' | 'bold' | 'script' }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly mark?: 'grouping' | 'mid' | 'times' }
  | { readonly kind: 'open' | 'close'; readonly bracket: string }
  | { readonly kind: 'text'; readonly value: string }
  /** Upright letters whose role (function, connective, unit, words) depends on their neighbours. */
  | {
      readonly kind: 'upright';
      readonly value: string;
      /** Set in a font of mathematics; `declared` a function by \operatorname, whose name need not be known. */
      readonly font?: 'upright' | 'declared';
    }
  /** `\circ`: a degree sign when raised or after a number, else a composition, which is not supported. */
  | { readonly kind: 'circle' }
  /** `\bullet`, `\therefore`, `\Rightarrow`: where it comes first it only introduces what follows; else it is `otherwise`. */
  | { readonly kind: 'bullet'; readonly otherwise: Operator }
  /** `\left.` or `\right.`: a side without a delimiter. */
  | { readonly kind: 'void'; readonly side: 'open' | 'close' }
  /** `\\` outside an environment. */
  | { readonly kind: 'line' }
  /** `\quad` or wider. */
  | { readonly kind: 'wide' }
  /** `‖`, whose side depends on what stands before. */
  | { readonly kind: 'double-bar' }
  /** Stands before an array and says what it was written as. */
  | { readonly kind: 'array-head'; readonly shape: 'matrix' | 'cases' | 'lines'; readonly delimiter: string }
  /** Stands before a fraction that carries \overset's two arguments. */
  | { readonly kind: 'stack-head'; readonly position: 'over' | 'under' }
  /** Makes the parse fail. */
  | { readonly kind: 'refused'; readonly why: string; readonly reason: 'parse-error' | 'unsupported' };

/** A `name` template. */
export const nameOf = (name: string): Template => ({ kind: 'name', name });

/** An `operator` template. */
export const operatorOf = (operator: Operator): Template => ({ kind: 'operator', operator });

/** A `refused` template for mathematics that is not handled. */
export const unsupported = (why: string): Template => ({ kind: 'refused', why, reason: 'unsupported' });

/** A `refused` template for what is no answer at all. */
export const invalid = (why: string): Template => ({ kind: 'refused', why, reason: 'parse-error' });
