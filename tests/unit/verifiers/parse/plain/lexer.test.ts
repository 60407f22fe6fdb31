import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../../src/support/index.js';
import { lexPlain } from '../../../../../src/verifiers/parse/plain/index.js';
import type { Token } from '../../../../../src/verifiers/parse/token.js';

const text = (token: Token): string => {
  switch (token.kind) {
    case 'number':
      return token.raw;
    case 'name':
      return token.name;
    case 'operator':
      return `'${token.operator}'`;
    case 'open':
    case 'close':
      return token.bracket;
    case 'text':
      return `"${token.value}"`;
    case 'script':
      return token.sub === null ? `^{${list(token.sup ?? [])}}` : `_{${list(token.sub)}}`;
    case 'fraction':
      return `frac{${list(token.top)}}{${list(token.bottom)}}`;
    case 'accent':
      return `${token.accent}{${list(token.tokens)}}`;
    default:
      return token.kind;
  }
};

const list = (tokens: readonly Token[]): string => tokens.map(text).join(' ');

function lex(source: string): readonly Token[] {
  const outcome = lexPlain(source, new Budget(100_000));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const failure = (source: string): string => {
  const outcome = lexPlain(source, new Budget(100_000));
  return outcome.ok ? 'ok' : `${outcome.error.start}-${outcome.error.end} ${outcome.error.message}`;
};

describe('runs of letters', () => {
  test.each([
    ['abx', 'a b x'],
    ['sinx', 'sin x'],
    ['xsinx', 'x sin x'],
    ['2kpi', '2 k pi'],
    ['arctan(x)', 'arctan ( x )'],
    ['asin x', 'arcsin x'],
    ['theta', 'theta'],
    ['lcm(4,6)', "lcm ( 4 ',' 6 )"],
    ['x7', 'x _{7}'],
    ['x_max', 'x _{m a x}'],
    ['a_{n+1}', "a _{n '+' 1}"],
    ['e2', 'e 2'],
    ['log2(x)', 'log _{2} ( x )'],
    ['oo', 'Infinity'],
    ['2*I', "2 '*' i"],
    ['I = 2*x', "I '=' 2 '*' x"],
    ['mgh', 'm g h'],
    ['AB', 'A B'],
  ])('%s', (source, tokens) => {
    expect(list(lex(source))).toBe(tokens);
  });
});

describe('words', () => {
  test.each([
    ['no real roots', '"no real roots"'],
    ["it doesn't exist", `"it doesn't exist"`],
    ['a right angle', 'a "right angle"'],
    ['where k is a constant', '"where" k "is a constant"'],
    ['8 apples and 3 pears', `8 "apples" 'and' 3 "pears"`],
    ['black and white', '"black and white"'],
    ['x = 1 and y = 2', `x '=' 1 'and' y '=' 2`],
    ['6cm', '6 "cm"'],
    ['6 kg', '6 "kg"'],
    ['mg', 'm g'],
    ['无解', '"无解"'],
    ['$5', '"$" 5'],
    ['using this', '"using this"'],
  ])('%s', (source, tokens) => {
    expect(list(lex(source))).toBe(tokens);
  });
});

describe('unicode', () => {
  test.each([
    ['４２', '42'],
    ['𝑥²', 'x ^{2}'],
    ['10⁻³', "10 ^{'-' 3}"],
    ['x₁₂', 'x _{12}'],
    ['½', 'frac{1}{2}'],
    ['√2', 'sqrt 2'],
    ['3\u200b7', '37'],
    ['2 × 3 ÷ 4', "2 '*' 3 '/' 4"],
    ['x ≥ −1', "x '>=' '-' 1"],
    ['ℝ∖ℚ', "Reals 'setminus' Rationals"],
    ['5\u00a0m', '5 m'],
    ['π', 'pi'],
    ['z̄', 'bar{z}'],
    ['0.1̅6̅', '0. overline{16}'],
  ])('%s', (source, tokens) => {
    expect(list(lex(source))).toBe(tokens);
  });
});

describe('signs', () => {
  test.each([
    ['2**3', "2 '^' 3"],
    ['a<=b', "a '<=' b"],
    ['a=>b', "a 'implies' b"],
    ['a->b', "a 'to' b"],
    ['a!=b', "a '!=' b"],
    ['n!', "n '!'"],
    ['a+/-b', "a 'pm' b"],
    ['1,2,...,9', "1 ',' 2 ',' 'ellipsis' ',' 9"],
    ["f''", "f 'prime' 'prime'"],
    ['8 x 3', "8 '*' 3"],
    ['8x3', '8 x _{3}'],
    ['50%', "50 '%'"],
    ['%pi', 'pi'],
  ])('%s', (source, tokens) => {
    expect(list(lex(source))).toBe(tokens);
  });
});

describe('places', () => {
  test('offsets count the characters that normalising drops', () => {
    const tokens = lex('\u200bx +\u00a0４２');
    expect(tokens.map((token) => [token.start, token.end, token.spaceBefore])).toEqual([
      [1, 2, false],
      [3, 4, true],
      [5, 7, true],
    ]);
  });

  test('a line break stands wide before its token', () => {
    expect(lex('x\ny').map((token) => token.wide === true)).toEqual([false, true]);
  });

  test.each([
    ['2 \\frac12', '2-3 a LaTeX command in plain notation'],
    ['3 ? 4', '2-3 unexpected character "?"'],
    ['x_', '1-2 a subscript is missing'],
  ])('%s is refused where it fails', (source, message) => {
    expect(failure(source)).toBe(message);
  });
});
