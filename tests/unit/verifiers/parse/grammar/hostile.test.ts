import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Budget, withinBudget } from '../../../../../src/support/index.js';
import type { Expr } from '../../../../../src/verifiers/expr.js';
import { parseTokens } from '../../../../../src/verifiers/parse/grammar/index.js';
import { lexLatex } from '../../../../../src/verifiers/parse/latex/index.js';
import { lexPlain } from '../../../../../src/verifiers/parse/plain/index.js';

interface Run {
  readonly result: string;
  readonly steps: number;
  readonly tree: Expr | null;
  readonly end: number;
}

function run(source: string, limit = 400_000, lex: typeof lexPlain = lexPlain): Run {
  const budget = new Budget(limit);
  const outcome = withinBudget(() => {
    const tokens = lex(source, budget);
    return tokens.ok ? parseTokens(tokens.value, budget) : tokens;
  });
  if (!outcome.ok) return { result: 'spent', steps: budget.spent, tree: null, end: 0 };
  const { value } = outcome;
  return value.ok
    ? { result: 'ok', steps: budget.spent, tree: value.value, end: 0 }
    : { result: value.error.reason, steps: budget.spent, tree: null, end: value.error.end };
}

function depthOf(expr: Expr): number {
  return expr.node === 'apply' ? 1 + Math.max(0, ...expr.args.map(depthOf)) : 1;
}

describe('depth', () => {
  test.each([
    ['brackets', `${'('.repeat(5000)}x${')'.repeat(5000)}`],
    ['factorials', `3${'!'.repeat(10_000)}`],
    ['signs', `${'-'.repeat(10_000)}3`],
    ['powers', `${'x^'.repeat(5000)}x`],
    ['functions', `${'sin '.repeat(5000)}x`],
    ['negations', `${'not '.repeat(5000)}A`],
    ['implications', `${'A => '.repeat(5000)}A`],
    ['plus-minus', `${'a ± '.repeat(5000)}1`],
    ['bars', '|'.repeat(5000)],
  ])('%s beyond the limit are refused', (_, source) => {
    expect(run(source).result).toBe('unsupported');
  });

  test('depth that people write is read', () => {
    expect(run(`${'('.repeat(90)}x${')'.repeat(90)}`).result).toBe('ok');
  });
});

describe('length', () => {
  test.each([
    ['letters', 'x ', 'x'],
    ['quotients', '1/', '3'],
    ['alternating quotients', 'x/y*', '3'],
    ['sums', 'x+', '3'],
    ['lists', '1,', '3'],
    ['bars', '|x', '|'],
    ['angle signs', '<1>', ''],
    ['open brackets', '(', ''],
    ['unfinished angles', '<', ''],
    ['unfinished quotes', '"a ', ''],
    ['words', 'the word is ', ''],
    ['conjunctions', 'x=1 and ', 'x=2'],
    ['calls', 'binomial(', ''],
  ])('%s cost linear steps', (_, piece, last) => {
    const short = run(piece.repeat(400) + last).steps;
    const long = run(piece.repeat(1600) + last).steps;
    expect(long).toBeLessThan(short * 5);
  });

  test('a flat tree stays flat', () => {
    const { tree } = run(`${'x/y*'.repeat(2000)}3`);
    expect(depthOf(tree!)).toBeLessThan(6);
  });

  test.each([
    ['a tall numeral', '7'.repeat(30_000), 'parse-error'],
    ['a tall exponent', '1e999999999', 'parse-error'],
    ['a tall power of ten', '3*10^999999999', 'ok'],
  ])('%s', (_, source, result) => {
    expect(run(source).result).toBe(result);
  });
});

describe('laws', () => {
  const mathematical = fc.string({
    unit: fc.constantFrom(...'0123456789xyzeidfgC.,;:+-*/^_!%|()[]{}<>=≤∈∪√²½π°′\'" \n'),
    maxLength: 40,
  });
  const commands = fc
    .array(
      fc.constantFrom(
        ...[
          '\\frac',
          '\\sqrt',
          '{',
          '}',
          '^',
          '_',
          '1',
          'x',
          '+',
          '(',
          ')',
          '\\sin ',
          '\\log',
          '\\int',
          'd',
          '|',
        ],
        ...[
          '\\sum',
          '=',
          ',',
          '\\text{if}',
          '\\in ',
          '\\mathbb{Z}',
          '\\cup ',
          '\\overline',
          '\\left(',
          '\\right)',
          '&',
          '\\\\',
        ],
      ),
      { maxLength: 24 },
    )
    .map((pieces) => pieces.join(''));

  prop.prop([fc.oneof(fc.string({ maxLength: 60 }), mathematical)])('plain notation is total', (source) => {
    const { result, end } = run(source, 20_000);
    expect(['ok', 'parse-error', 'unsupported', 'spent']).toContain(result);
    expect(end).toBeLessThanOrEqual(source.length);
  });

  prop.prop([fc.oneof(commands, mathematical)])('LaTeX is total', (source) => {
    const { result } = run(source, 20_000, lexLatex);
    expect(['ok', 'parse-error', 'unsupported', 'spent']).toContain(result);
  });

  prop.prop([mathematical])('the same source gives the same tree for the same steps', (source) => {
    expect(run(source)).toEqual(run(source));
  });

  const sums = fc
    .array(
      fc.constantFrom('x', '2y', 'sin 3x', '|z - 1|', '7', 'n!', '√2', 'x^2/3', 'f(t)', '1/2a', '{1}', '5°'),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    .map((terms) => terms.join(' + '));

  prop.prop([sums])('redundant brackets around a sum change nothing', (source) => {
    expect(run(`((${source}))`).tree).toEqual(run(source).tree);
  });

  prop.prop([sums])('white space around signs changes nothing', (source) => {
    expect(run(source.replaceAll(' + ', '+')).tree).toEqual(run(source).tree);
  });
});

describe('names that objects have', () => {
  test.each([['constructor(1)'], ['__proto__'], ['toString'], ['hasOwnProperty(x)']])(
    '%s is inert',
    (source) => {
      expect(['ok', 'parse-error']).toContain(run(source).result);
    },
  );
});
