import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KatexNode, parseKatex } from '../../../../../src/verifiers/parse/latex/katex.js';
import { quickParse } from '../../../../../src/verifiers/parse/latex/quick.js';

/** The fields that are read of a node, in one order; every symbol the same type. */
function essence(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(essence);
  if (node === null || typeof node !== 'object') return node ?? null;
  const { type, text, loc, body, base, sup, sub, numer, denom, hasBarLine, leftDelim, rightDelim, index } =
    node as Record<string, unknown>;
  if (typeof text === 'string') return { text, ...span(loc) };
  const parts = { body, base, sup, sub, numer, denom, index, hasBarLine, leftDelim, rightDelim };
  return {
    type,
    ...span(loc),
    ...Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, essence(v)])),
  };
}

function span(loc: unknown): object {
  if (loc === undefined) return {};
  const { start, end } = loc as { start: number; end: number };
  return { start, end };
}

const isTree = (parsed: ReturnType<typeof parseKatex>): parsed is readonly KatexNode[] =>
  Array.isArray(parsed);

describe('reading without KaTeX', () => {
  test.each([
    'x',
    '',
    '2 x + 1',
    '{}',
    '{x+1}^2',
    'x_1^2',
    'x^2_1',
    '^2',
    '{}_5C_2',
    '\\frac12',
    '\\frac{1}{2}',
    '\\frac {x^2} y',
    '\\frac{\\frac12}{{3}}',
    '\\sqrt2',
    '\\sqrt{x+1}',
    '\\sqrt[3]{8}',
    '\\sqrt [n] x',
    '\\sqrt[a{b]}]{c}',
    '\u{f0001}x\u{100000}',
    'a\n b\t',
    '(1, 2]',
  ])('%j gives the tree of KaTeX', (text) => {
    expect(quickParse(text)).not.toBeNull();
    expect(essence(quickParse(text))).toEqual(essence(parseKatex(text)));
  });

  test.each([
    '{x',
    'x}',
    'x^2^3',
    'x^',
    '\\frac1',
    '\\sqrt[3',
    '\\sqrt[ {3}]x',
    "f'",
    '\\bar x',
    'x^\\frac12',
    'a & b',
    'é',
    '\\fracx',
  ])('%j is left to KaTeX', (text) => {
    expect(quickParse(text)).toBeNull();
  });

  test('deep nesting is left to KaTeX', () => {
    expect(quickParse(`${'{'.repeat(1000)}x${'}'.repeat(1000)}`)).toBeNull();
  });

  test('what it reads, KaTeX reads alike', () => {
    const piece = fc.constantFrom(
      ...[
        'x',
        '2',
        '+',
        ' ',
        '^',
        '_',
        '{',
        '}',
        '[',
        ']',
        '(',
        ',',
        '\\frac',
        '\\sqrt',
        '\u{f0001}',
        '\n',
        'é',
        '&',
      ],
      ...['{x}', '{1+y}', '\\frac{1}{2}', '\\sqrt[3]', '^{2}', '_{n}', '\u0301', "'", '\\'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const quick = quickParse(text);
        if (quick === null) return;
        const slow = parseKatex(text);
        expect(isTree(slow)).toBe(true);
        expect(essence(quick)).toEqual(essence(slow));
      }),
      { numRuns: 3000 },
    );
  });
});
