import { describe, expect, test } from 'vitest';
import { type KatexNode, parseKatex } from '../../../../../src/verifiers/parse/latex/katex.js';

/** Fields the walk reads, without styling that it does not. */
const FIELDS = [
  'type',
  'text',
  'body',
  'base',
  'sup',
  'sub',
  'numer',
  'denom',
  'hasBarLine',
  'leftDelim',
  'index',
  'label',
  'font',
];

function outline(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(outline);
  if (value === null || typeof value !== 'object') return value;
  const node = value as Record<string, unknown>;
  const kept = FIELDS.filter((field) => node[field] !== undefined && node[field] !== null);
  const fields = kept.map((field) => [field, outline(node[field])]);
  const loc = node.loc as { start: number; end: number } | null | undefined;
  return Object.fromEntries(loc ? [...fields, ['at', `${loc.start}-${loc.end}`]] : fields);
}

/** The trees an upgrade of KaTeX must not change. */
describe('the shape of the trees', () => {
  test.each([
    ['x', [{ type: 'mathord', text: 'x', at: '0-1' }]],
    [
      '12',
      [
        { type: 'textord', text: '1', at: '0-1' },
        { type: 'textord', text: '2', at: '1-2' },
      ],
    ],
    ['<', [{ type: 'atom', text: '<', at: '0-1' }]],
    ['\u{f0001}', [{ type: 'textord', text: '\u{f0001}', at: '0-2' }]],
    ['{x}', [{ type: 'ordgroup', body: [{ type: 'mathord', text: 'x', at: '1-2' }], at: '0-3' }]],
    [
      'x_1^2',
      [
        {
          type: 'supsub',
          base: { type: 'mathord', text: 'x', at: '0-1' },
          sup: { type: 'textord', text: '2', at: '4-5' },
          sub: { type: 'textord', text: '1', at: '2-3' },
        },
      ],
    ],
    ['^2', [{ type: 'supsub', sup: { type: 'textord', text: '2', at: '1-2' } }]],
    [
      '\\frac12',
      [
        {
          type: 'genfrac',
          numer: { type: 'ordgroup', body: [{ type: 'textord', text: '1', at: '5-6' }], at: '5-6' },
          denom: { type: 'ordgroup', body: [{ type: 'textord', text: '2', at: '6-7' }], at: '6-7' },
          hasBarLine: true,
        },
      ],
    ],
    [
      '\\binom{n}k',
      [
        {
          type: 'genfrac',
          numer: { type: 'ordgroup', body: [{ type: 'mathord', text: 'n', at: '7-8' }], at: '6-9' },
          denom: { type: 'ordgroup', body: [{ type: 'mathord', text: 'k', at: '9-10' }], at: '9-10' },
          hasBarLine: false,
          leftDelim: '(',
        },
      ],
    ],
    [
      'a\\over b',
      [
        {
          type: 'genfrac',
          numer: { type: 'ordgroup', body: [{ type: 'mathord', text: 'a', at: '0-1' }] },
          denom: { type: 'ordgroup', body: [{ type: 'mathord', text: 'b', at: '7-8' }] },
          hasBarLine: true,
        },
      ],
    ],
    [
      '\\sqrt[3]{x}',
      [
        {
          type: 'sqrt',
          body: { type: 'ordgroup', body: [{ type: 'mathord', text: 'x', at: '9-10' }], at: '8-11' },
          index: { type: 'ordgroup', body: [{ type: 'textord', text: '3', at: '6-7' }], at: '5-8' },
        },
      ],
    ],
    [
      '\\overline{x}',
      [
        {
          type: 'overline',
          body: { type: 'ordgroup', body: [{ type: 'mathord', text: 'x', at: '10-11' }], at: '9-12' },
        },
      ],
    ],
    ['\\vec x', [{ type: 'accent', base: { type: 'mathord', text: 'x', at: '5-6' }, label: '\\vec' }]],
    [
      '\\mathrm{x2}',
      [
        {
          type: 'font',
          body: {
            type: 'ordgroup',
            body: [
              { type: 'mathord', text: 'x', at: '8-9' },
              { type: 'textord', text: '2', at: '9-10' },
            ],
            at: '7-11',
          },
          font: 'mathrm',
        },
      ],
    ],
    [
      '\\begin{matrix}1&\\\\x\\end{matrix}',
      [
        {
          type: 'array',
          body: [
            [
              {
                type: 'styling',
                body: [{ type: 'ordgroup', body: [{ type: 'textord', text: '1', at: '14-15' }] }],
              },
              { type: 'styling', body: [{ type: 'ordgroup', body: [] }] },
            ],
            [
              {
                type: 'styling',
                body: [{ type: 'ordgroup', body: [{ type: 'mathord', text: 'x', at: '18-19' }] }],
              },
            ],
          ],
        },
      ],
    ],
  ])('%s', (source, tree) => {
    expect(outline(parseKatex(source))).toEqual(tree);
  });

  test('locations name the text they point into', () => {
    const [node] = parseKatex('x') as readonly KatexNode[];
    expect(node?.loc?.lexer.input).toBe('x');
  });
});

describe('failures are values', () => {
  test('an unknown command, with its place', () => {
    expect(parseKatex('x+\\nosuch')).toMatchObject({ start: 2, end: 9, tooDeep: false });
  });

  test('an unclosed group, at the end of the text', () => {
    expect(parseKatex('{x')).toMatchObject({ start: 2, tooDeep: false });
  });

  test('macros that expand without end', () => {
    expect(parseKatex('\\def\\a{\\a\\a}\\a')).toMatchObject({ tooDeep: false });
  });

  test('definitions do not outlive a call', () => {
    parseKatex('\\gdef\\foo{1}');
    expect(parseKatex('\\foo')).toMatchObject({ start: 0, end: 4 });
  });
});
