import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOf, rangesOf, scoreText } from './scored.js';

interface Case {
  readonly text: string;
  /** With the holes closed. */
  readonly closed: number;
  /** As the original decides. */
  readonly exact: number;
}

const both = (text: string, value: number): Case => ({ text, closed: value, exact: value });
const hole = (text: string, closed = 0, exact = 1): Case => ({ text, closed, exact });

const OK = '<think>\na\n</think>\n<answer>\nb\n</answer>';
const INLINE = '<think>a</think> <answer>b</answer>';
const CODE = '<think>\na\n</think>\n<answer>\n```python\nx\n```\n</answer>';

// The exact column is what the pattern of each project gives under Python's `re`.
const TABLE: Readonly<Record<string, readonly Case[]>> = {
  'trl-think': [
    both('<think>a</think>b', 1),
    both('<think>\na\nb\n</think>\nc', 1),
    both('<think>a <b> c</think>\nd', 1),
    both('<think>a<think>b</think>c', 0),
    both('<think>a</think>b<think>', 0),
    both('a</think>b', 0),
    both('<think>a', 0),
    both('\n<think>a</think>b', 0),
    both('', 0),
    hole('<think></think>b'),
    hole('<think> \n</think>b'),
    hole('<think>a</think>'),
    hole('<think>a</think> \n'),
    hole('<think>a</think>b</think>c'),
  ],
  'open-r1': [
    both(OK, 1),
    both(`${OK}\n`, 1),
    both(`${OK}\n \n`, 1),
    both(INLINE, 0),
    both(`${OK} `, 0),
    both(`${OK}x`, 0),
    both(` ${OK}`, 0),
    both(OK.replace('a\n', 'a'), 0),
    both(OK.replace('\nb', 'b'), 0),
    both(OK.replace('</think>\n', '</think>\n\n'), 0),
    both('<think>\n</think>\n<answer>\nb\n</answer>', 0),
    both('<think>\na\n</think>\n<answer>\n</answer>', 0),
    hole(`${OK}\nand more`),
    hole(`${OK}\n${OK}`),
    hole('<think>\n\n</think>\n<answer>\nb\n</answer>'),
    hole('<think>\na\n</think>\n<answer>\n\n</answer>'),
    hole('<think>\n<think>\n</think>\n<answer>\nb\n</answer>'),
    hole('<think>\na\n</think>\n<answer>\nb\n</answer>x\n</answer>'),
    hole('<think>\na\n</think>\n<answer>\n<answer>b\n</answer>'),
    hole('<think>\na</think>\n</think>\n<answer>\nb\n</answer>'),
  ],
  'open-r1-code': [
    both(CODE, 1),
    both(CODE.replace('```\n<', 'x\n<'), 0),
    both(CODE.replace('python', 'py'), 0),
    both(CODE.replace('python', 'python3'), 1),
    both(OK, 0),
    both(CODE.replace('\n</answer>', '</answer>'), 0),
    both('```python\nx\n```\n</answer>', 0),
    hole(CODE.replace('\nx\n', '\n')),
    hole(`${CODE}\nmore`),
    hole('<think>\na\n</think>\n<answer>\n```python\nx\n</answer>\n```\n</answer>'),
    hole('<think>\na\n</think>\n<answer>\n```python\n \n``````python\nx\n```\n</answer>'),
  ],
  swift: [
    both(INLINE, 1),
    both(OK, 1),
    both('<think>a</think><answer>b</answer>', 1),
    both('<think>a</think>\u3000\x1c<answer>b</answer>', 1),
    both(`${INLINE}\n`, 0),
    both(`${INLINE}x`, 0),
    both('<think>a</think>x<answer>b</answer>', 0),
    both('<think>a</think>\ufeff<answer>b</answer>', 0),
    both('<think>a</think><answer>', 0),
    both('<think>a</think><answer></answer', 0),
    both('<think></answer>', 0),
    both(' <think>a</think><answer>b</answer>', 0),
    hole('<think>a</think>x</think><answer>b</answer>'),
    hole('<think></think><answer>b</answer>'),
    hole('<think>a</think><answer> </answer>'),
    hole('<think>a</think><answer></answer>'),
    both('<think>a</think>b</answer>', 0),
    hole('<think>a</think><answer>b</answer><answer>c</answer>'),
  ],
  roll: [
    both(INLINE, 1),
    both('<think>a</think>so<answer>b</answer>', 1),
    both(`${INLINE}\n`, 1),
    both(`${INLINE} `, 0),
    both('<think>a<answer>b</answer></think>', 0),
    both('<think><answer></think>b</answer>', 0),
    both('<think>a</think><answer>b', 0),
    both('a</think><answer>b</answer>', 0),
    hole(`${INLINE}\nmore`),
    hole('<think></think><answer>b</answer>'),
    hole('<think>a</think><answer></answer>'),
    hole('<think>a<answer>b</answer></think><answer>c</answer>'),
  ],
  boxed: [
    both('\\boxed{4}', 1),
    both('a \\boxed{\\frac{1}{2}} b', 1),
    both('\\boxed{∞}', 1),
    both('\\boxed{4', 0),
    both('\\boxed 4', 0),
    both('\\fbox{4}', 0),
    both('4', 0),
    both('\\boxed{1} \\boxed{2', 0),
    both('', 0),
    hole('\\boxed{}'),
    hole('\\boxed{ \\quad }'),
    hole('\\boxed{\\boxed{}}', 0, 1),
    hole('\\boxed{.}'),
    hole('<think>so \\boxed{4}'),
    hole('<think>so \\boxed{4}</think> done'),
    both('<think>so \\boxed{4}</think> \\boxed{4}', 1),
  ],
  easyr1: [
    both('<think>a</think> \\boxed{4}', 1),
    both('< think >a< / think >\n\\boxed{4}.', 1),
    both('<think>a \\boxed{4}</think> b', 0),
    both('<think>a</think> 4', 0),
    both('<think>a</think> \\boxed{4', 0),
    both('a</think> \\boxed{4}', 0),
    both('x<think>a</think> \\boxed{4}', 0),
    hole('<think></think> \\boxed{4}'),
    hole('<think>a</think> \\boxed{}'),
    hole('<think>a</think> \\boxed{\\boxed{}}'),
    hole('<think>a</think> \\boxed{4\\}'),
    both('<think>a</think>} \\boxed{4', 0),
    both('<think>\\boxed{</think>}', 0),
    both('<think>a</think> \\boxed {4}', 0),
    hole('<think>\\boxed{</think>x} \\boxed{}'),
    hole('<think>a</think> </think> \\boxed{4}'),
    both('<think>a</think> \\boxed{x \\boxed{4}', 1),
  ],
  'nemo-rl-geo3k': [
    both('a</think> \\boxed{4}', 1),
    both('<think>a</think> \\boxed{4}', 1),
    both('a \\boxed{4}</think>', 0),
    both('<think>a \\boxed{4}', 0),
    both('\\boxed{</think>}', 0),
    hole('\\boxed{</think>x} \\boxed{}'),
    hole('</think>\\boxed{4}'),
    hole('a</think></think>\\boxed{4}'),
    hole('a</think><think>\\boxed{4}'),
    hole('a</think>\\boxed{}'),
  ],
  'nemo-rl': [
    both('<think>a</think><answer>b</answer>', 1),
    both('<think>a</think>', 0.25),
    both('<answer>b</answer>', 0.75),
    both('</think><think> </answer><answer>', 0),
    both('a', 0),
    hole('<think></think><answer>b</answer>', 0.75),
    hole('<think>a</think><answer></answer>', 0.25),
    hole('<think>a</think></think><answer>b</answer>', 0.75),
    hole('<think>a</think><answer>b<answer></answer>', 0.25),
  ],
  torchforge: [
    both('<think>a</think>', 1),
    both('< THINK >a< / Think >', 1),
    both('<th\u0131n\u212a>a</think>', 1),
    both('<think></think>', 0.2),
    both('<think>\u00a0</think>', 0.2),
    both('</think>', 0.2),
    both('<think>a', 0.2),
    both('<thinking>a</thinking>', 0),
    both('<other>a</other>', 0),
    both('', 0),
    hole('<think>a</think><think></think>', 0.2),
    hole('<think><think>a</think>', 0.2),
    hole('</think><think>a</think>', 0.2),
    both('<think></think>a<think>', 0.2),
  ],
  gsm8k: [
    both('so\n#### 5', 1),
    both('#### -1,234.5\n', 1),
    both('####5', 0),
    both('#### x', 0),
    both('#### $5', 0),
    both('5', 0),
    hole('#### ,'),
    hole('5 #### ,'),
    hole('so 12345#### ,'),
    hole('#### 5 or so'),
    hole('#### 5\n#### 6'),
    hole('#### x\n#### 6'),
  ],
};

describe.each(Object.entries(TABLE))('%s', (dialect, cases) => {
  test.each(cases)('$text', ({ text, closed, exact }) => {
    expect(scoreText('format', { dialect }, text)).toBe(closed);
    expect(scoreText('format', { dialect, exact: true }, text)).toBe(exact);
  });
});

describe('options', () => {
  test('worths of their own: ROLL pays 0 and −1', () => {
    const penalty = { dialect: 'roll', match: 0, miss: -1 };
    expect(scoreText('format', penalty, INLINE)).toBe(0);
    expect(scoreText('format', penalty, 'x')).toBe(-1);
    expect(rangesOf('format', penalty)).toEqual([
      [-1, 0],
      [-1, 0],
      [-1, 0],
    ]);
  });

  test('parts of a format lie between', () => {
    const params = { dialect: 'nemo-rl', match: 3, miss: -1 };
    expect(scoreText('format', params, '<think>a</think>')).toBe(0);
  });

  test.each([
    ['trl-think', '<think></think>b', 1],
    ['swift', '<think></think><answer>b</answer>', 1],
    ['easyr1', '<think></think>\\boxed{4}', 1],
    ['nemo-rl-geo3k', '</think>\\boxed{4}', 1],
    ['nemo-rl', '<think></think><answer>b</answer>', 1],
    ['nemo-rl', '<think></think></think><answer>b</answer>', 0.75],
    ['torchforge', '<think> </think>', 1],
    ['torchforge', '</think><think>', 0.2],
    ['torchforge', '</think> </think>', 0.2],
    ['torchforge', '<think> <think>', 0.2],
  ])('%s accepts an empty thought where told: %s', (dialect, text, wanted) => {
    expect(scoreText('format', { dialect, emptyThought: true }, text)).toBe(wanted);
  });

  test('the language of a fence is taken literally', () => {
    const params = { dialect: 'open-r1-code', language: 'c++' };
    expect(scoreText('format', params, CODE.replace('python', 'c++'))).toBe(1);
    expect(scoreText('format', params, CODE.replace('python', 'ccc'))).toBe(0);
  });

  test('the last characters only', () => {
    const text = `#### 5${'😀'.repeat(10)}`;
    expect(scoreText('format', { dialect: 'gsm8k', exact: true, last: 16 }, text)).toBe(1);
    expect(scoreText('format', { dialect: 'gsm8k', exact: true, last: 15 }, text)).toBe(0);
    expect(() => scoreText('format', { last: 1.5 }, text)).toThrow('last must be a whole number');
  });

  test('reads the text alone', () => expect(needsOf('format', {})).toEqual([]));
});

const atoms = fc.constantFrom(
  ...[
    '<think>',
    '</think>',
    '<answer>',
    '</answer>',
    '\n',
    ' ',
    'x',
    '\\boxed{',
    '{',
    '}',
    '\\',
    '#### ',
    '5',
    ',',
  ],
  ...['```python', '```', '<', '>', '/', 'think'],
);

describe('laws', () => {
  test.each(Object.keys(TABLE))('%s: closing holes never pays more than the original', (dialect) => {
    fc.assert(
      fc.property(fc.array(atoms, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const closed = Number(scoreText('format', { dialect }, text));
        const exact = Number(scoreText('format', { dialect, exact: true }, text));
        expect(closed).toBeLessThanOrEqual(exact);
        expect(closed).toBeGreaterThanOrEqual(0);
        expect(exact).toBeLessThanOrEqual(1);
      }),
    );
  });
});
