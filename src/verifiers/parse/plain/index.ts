import { type Budget, fail, type Outcome, succeed } from '../../../support/index.js';
import { CONSTANTS, FUNCTIONS, GREEK_CHARACTERS, NUMBER_SETS } from '../names.js';
import type { ParseFailure, Token } from '../token.js';
import { type Characters, isForeignLetter, isLetter, readCharacters } from './characters.js';
import { isCombining, lexCombining } from './combining.js';
import { lexIndex } from './index-mark.js';
import { lexNumber, startsNumber } from './number.js';
import { lexPercent } from './percent.js';
import { lexProse } from './prose.js';
import { charAt, emitName, emitOperator, refuseAt, type Scan } from './scan.js';
import { lexCaret, lexRaised, lexUnderscore } from './scripts.js';
import { lexSymbol } from './symbols.js';
import { lexWord } from './word.js';

/** Scripts in braces inside scripts in braces … */
const MAX_DEPTH = 50;

/** Program notation: a power as `**`, a capital I in a product, a call in square brackets, and no equation. */
function looksLikeCode(source: string): boolean {
  if (source.includes('=')) return false;
  if (source.includes('**') || source.includes('*I') || source.includes('I*') || source.includes('sqrt('))
    return true;
  if (source.includes('[') && MATHEMATICA_CALL.test(source)) return true;
  return source.includes('exp(') && (source.match(LETTERS) ?? []).every(isConstantName);
}

const LETTERS = /[A-Za-z]+/g;

/** A function, or a constant by its name in SymPy: with nothing else beside `exp(…)`, E is the number e. */
const isConstantName = (name: string): boolean =>
  FUNCTIONS.has(name) || name === 'E' || name === 'I' || name === 'pi';

/** `Sin[3 x]`. */
const MATHEMATICA_CALL = /[A-Z][a-z]{1,12}\[/;

/** `(1+2j)`: a number plus a multiple of j is complex, as a program prints it, never a vector. */
const PYTHON_COMPLEX = /^\(?[-+]?\d{1,40}(?:\.\d{1,40})?\s?[-+]\s?\d{1,40}(?:\.\d{1,40})?j\)?$/;

const newScan = ({ chars, starts }: Characters, budget: Budget, code: boolean): Scan => ({
  chars,
  starts,
  budget,
  tokens: [],
  at: 0,
  space: false,
  wide: false,
  code,
  failure: null,
});

function lexAll(scan: Scan, depth: number): void {
  const inner = (outer: Scan, chars: readonly string[], from: number): readonly Token[] => {
    const starts = outer.starts.slice(from, from + chars.length + 1);
    const nested = newScan({ chars, starts }, outer.budget, outer.code);
    if (depth >= MAX_DEPTH) refuseAt(outer, 'scripts nested too deeply');
    else lexAll(nested, depth + 1);
    outer.failure ??= nested.failure;
    return nested.tokens;
  };
  while (scan.at < scan.chars.length && scan.failure === null) {
    scan.budget.spend();
    lexOne(scan, inner);
  }
}

function lexOne(scan: Scan, inner: Parameters<typeof lexCaret>[1]): void {
  const c = charAt(scan)!;
  if (c === ' ' || c === '\n') {
    scan.space = true;
    scan.wide ||= c === '\n';
    scan.at += 1;
  } else if (startsNumber(scan)) lexNumber(scan);
  else if (isLetter(c)) lexWord(scan);
  else if (c === '^') lexCaret(scan, inner);
  else if (c === '_') lexUnderscore(scan, inner);
  else if (c === '%') lexPercent(scan);
  else if (lexRaised(scan, inner) || lexLetterlike(scan, c) || lexSymbol(scan)) return;
  else if (isCombining(c)) lexCombining(scan, c);
  else if (isForeignLetter(c)) lexProse(scan);
  else
    refuseAt(
      scan,
      c === '\\' ? 'a LaTeX command in plain notation' : `unexpected character ${JSON.stringify(c)}`,
    );
}

/** Greek letters, double-struck sets and constants of one character. */
function lexLetterlike(scan: Scan, c: string): boolean {
  if (c.charCodeAt(0) < 0x80) return false;
  const name = NUMBER_SETS.get(c) ?? CONSTANTS.get(c) ?? GREEK_CHARACTERS.get(c);
  if (name === undefined) return false;
  if ((c === 'Σ' || c === 'Π') && charAt(scan, 1) === '_') {
    emitOperator(scan, c === 'Σ' ? 'sum' : 'product', scan.at + 1);
    return true;
  }
  emitName(scan, name, scan.at + 1);
  lexIndex(scan);
  return true;
}

/**
 * Lexes plain, unicode and code notation (Python, SymPy, Maxima) into the shared token list, all of it or a
 * failure. Linear in the source; a step is spent for every character.
 */
export function lexPlain(written: string, budget: Budget): Outcome<readonly Token[], ParseFailure> {
  const source = PYTHON_COMPLEX.test(written) ? written.replace('j', 'i') : written;
  const scan = newScan(readCharacters(source), budget, looksLikeCode(source));
  lexAll(scan, 0);
  return scan.failure === null ? succeed(scan.tokens) : fail(scan.failure);
}
