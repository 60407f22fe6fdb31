import { Budget } from '../../src/support/index.js';
import type { Expr, NumberNode } from '../../src/verifiers/expr.js';
import { parseTokens } from '../../src/verifiers/parse/grammar/index.js';
import { lexLatex } from '../../src/verifiers/parse/latex/index.js';
import { lexPlain } from '../../src/verifiers/parse/plain/index.js';

const numberText = (expr: NumberNode): string => {
  const form = expr.spelling?.form ?? 'integer';
  const value = expr.den === 1n ? `${expr.num}` : `${expr.num}/${expr.den}`;
  return form === 'integer' ? value : `${form}:${value}`;
};

/** A tree in one line: `Add(x, decimal:1/2)`; words in quotes. */
export function treeText(expr: Expr): string {
  switch (expr.node) {
    case 'number':
      return numberText(expr);
    case 'symbol':
      return expr.name;
    case 'text':
      return `"${expr.value}"`;
    case 'apply':
      return `${expr.head}(${expr.args.map(treeText).join(', ')})`;
  }
}

function read(lex: typeof lexPlain, source: string): string {
  const budget = new Budget(200_000);
  const tokens = lex(source, budget);
  const failure = (error: { reason: string; message: string; start: number; end: number }): string =>
    `${error.reason} ${error.start}-${error.end}: ${error.message}`;
  if (!tokens.ok) return failure(tokens.error);
  const outcome = parseTokens(tokens.value, budget);
  return outcome.ok ? treeText(outcome.value) : failure(outcome.error);
}

/** The tree of plain notation, or its failure: `parse-error 3-4: message`. */
export const plainTree = (source: string): string => read(lexPlain, source);

/** The tree of LaTeX, or its failure. */
export const latexTree = (source: string): string => read(lexLatex, source);
