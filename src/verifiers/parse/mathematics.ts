import { fail, type Outcome } from '../../support/index.js';
import type { Answer } from '../answer.js';
import type { Context } from '../context.js';
import { parseTokens } from './grammar/index.js';
import { lexLatex } from './latex/index.js';
import { lexPlain } from './plain/index.js';
import { structureAnswer } from './structure.js';
import type { Surface } from './surface/clean.js';
import type { ParseFailure, Token } from './token.js';

type Lexer = (source: string, budget: Context['budget']) => Outcome<readonly Token[], ParseFailure>;

function parseWith(lex: Lexer, text: string, context: Context): Outcome<Answer, ParseFailure> {
  const tokens = lex(text, context.budget);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 0)
    return fail({ message: 'nothing to read', start: 0, end: text.length, reason: 'parse-error' });
  const expr = parseTokens(tokens.value, context.budget);
  return expr.ok ? structureAnswer(expr.value, context) : expr;
}

/**
 * Parses mathematics: by the lexer of its notation, and when that fails by the other one (plain text may carry
 * a command, LaTeX may be no more than plain letters). The first failure is the one reported.
 */
export function parseMathematics(surface: Surface, context: Context): Outcome<Answer, ParseFailure> {
  const order: readonly Lexer[] = surface.notation === 'latex' ? [lexLatex, lexPlain] : [lexPlain, lexLatex];
  const first = parseWith(order[0]!, surface.text, context);
  if (first.ok) return first;
  const second = parseWith(order[1]!, surface.text, context);
  return second.ok ? second : first;
}
