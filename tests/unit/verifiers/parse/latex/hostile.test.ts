import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { Budget, withinBudget } from '../../../../../src/support/index.js';
import { lexLatex } from '../../../../../src/verifiers/parse/latex/index.js';

const BUDGET = 60_000;

/** Reason of the failure, `ok`, or `spent`; steps beside it. */
function run(source: string): { readonly result: string; readonly steps: number } {
  const budget = new Budget(BUDGET);
  const outcome = withinBudget(() => lexLatex(source, budget));
  if (!outcome.ok) return { result: 'spent', steps: budget.spent };
  return { result: outcome.value.ok ? 'ok' : outcome.value.error.reason, steps: budget.spent };
}

describe('nesting is refused before it can hurt', () => {
  test.each([
    ['roots in braces', '\\sqrt{'.repeat(1600)],
    ['roots without braces', '\\sqrt '.repeat(1900)],
    ['braces', '{'.repeat(10_000)],
    ['balanced braces', '{'.repeat(5000) + '}'.repeat(5000)],
    ['fractions without braces', '\\frac1'.repeat(1600)],
    ['accents', '\\bar '.repeat(2000)],
    ['root indices', '\\sqrt['.repeat(1600)],
    ['grids', '\\begin{pmatrix}'.repeat(650)],
    ['upright groups', '\\mathrm{a^'.repeat(1000)],
    ['brackets of commands', '\\set{'.repeat(1900)],
    ['root signs', '√('.repeat(4000)],
  ])('%s', (_, source) => {
    expect(run(source).result).toBe('unsupported');
  });

  test('a depth people use is read', () => {
    expect(run(`${'\\frac{1}{1+'.repeat(60)}x${'}'.repeat(60)}`).result).toBe('ok');
  });
});

describe('length costs linear work', () => {
  test.each([
    ['digits', '7'],
    ['letters', 'a'],
    ['function names', 'sin'],
    ['words', 'word '],
    ['primes', "'"],
    ['alignment marks', '&'],
    ['superscripts', '²'],
    ['dollars', '$x'],
    ['bars', '\\|'],
    ['backslashes', '\\\\'],
    ['texts', '\\text{a}'],
    ['entities', '&lt;'],
    ['unclosed lengths', '\\\\['],
    ['colours', '\\color{red}'],
    ['fractions', '\\frac{1}{2}+'],
  ])('%s', (_, unit) => {
    const short = run(unit.repeat(Math.floor(2000 / unit.length)));
    const long = run(unit.repeat(Math.floor(8000 / unit.length)));
    expect(long.steps).toBeLessThan(5 * short.steps + 50);
  });
});

describe('programs', () => {
  test.each([
    'def',
    'gdef',
    'edef',
    'newcommand',
    'let',
    'csname',
    'expandafter',
    'loop',
    'ifx',
    'input',
    'catcode',
    'futurelet',
  ])('\\%s is refused', (name) => {
    expect(run(`1+\\${name}\\a{\\a\\a}\\a`).result).toBe('parse-error');
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'])(
    '%s is an ordinary unknown name',
    (name) => {
      expect(run(`\\${name}`).result).toBe('parse-error');
      expect(run(`\\begin{${name}}1\\end{${name}}`).result).toBe('unsupported');
      expect(run(`\\operatorname{${name}}(x)`).result).not.toBe('spent');
    },
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    '\\frac',
    '\\sqrt',
    '\\left',
    '\\right',
    '\\begin{matrix}',
    '\\end{matrix}',
    '\\text{',
    '\\mathrm{',
    '\\\\',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '^',
    '_',
    '$',
    '$$',
    '\\(',
    '\\]',
    '&',
    '%',
    '#',
    '~',
    "'",
    '.',
    ',',
    '|',
    '\\|',
    '½',
    '²',
    '√',
    '−',
    '中',
    'é',
    '\u200b',
    '\f',
    '\t',
    '\u{1d7d9}',
    '\u{f0001}',
    '\u{10fffd}',
    '\\over',
    '\\overset',
    '\\circ',
    '\\pmod',
    '\\color',
    '\\not',
    '\\quad',
    '\\!',
    '\\overline{',
    '\\dot',
    '\\mathbb',
    '\\operatorname{',
    '\\kern',
    '\\hspace{',
    '\\log_',
  ),
  fc.string({ maxLength: 3 }),
  fc.constantFrom('x', '12', '0.', 'sin', ' '),
);
const source = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

describe('laws', () => {
  prop.prop([source])('total: tokens or a failure, within the budget', (text) => {
    expect(['ok', 'parse-error', 'unsupported']).toContain(run(text).result);
  });

  prop.prop([source])('places lie in the source, in order', (text) => {
    const outcome = lexLatex(text, new Budget(BUDGET));
    if (!outcome.ok) {
      const { start, end } = outcome.error;
      expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      return;
    }
    for (const { start, end } of outcome.value) {
      expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    }
  });

  prop.prop([source])('the same source gives the same tokens', (text) => {
    const first = lexLatex(text, new Budget(BUDGET));
    lexLatex('\\gdef\\x{1}\\frac{a}{b}', new Budget(BUDGET));
    expect(lexLatex(text, new Budget(BUDGET))).toEqual(first);
  });
});

describe('places', () => {
  const spans = (text: string): readonly string[] => {
    const outcome = lexLatex(text, new Budget(BUDGET));
    return outcome.ok ? outcome.value.map(({ start, end }) => text.slice(start, end)) : ['failed'];
  };

  test.each([
    ['x+\\pi', ['x', '+', '\\pi']],
    ['\\dfrac{1}{2}x', ['\\dfrac{1}{2}', 'x']],
    ['1½', ['1', '½']],
    ['\\left(2,3\\right]', ['\\left(', '2', ',', '3', '\\right]']],
    ['5\\text{ cm}', ['5', '\\text{ cm}']],
    ['\\sqrt17+1', ['\\sqrt17', '+', '1']],
    ['x^12', ['x', '^12']],
  ])('%s', (text, parts) => {
    expect(spans(text)).toEqual(parts);
  });
});
