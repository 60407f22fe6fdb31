import { expect, test } from 'vitest';
import { evaluate, noMemories, signal, standardSignals } from '../../../../../src/rewards/index.js';
import { groupOf } from '../../made.js';

const matches = (dialect: string, text: string): boolean => {
  const group = groupOf({ text, facts: {} });
  return evaluate(signal('stack-format', { dialect }), group, noMemories, standardSignals).scores[0] === 1;
};

test.each<[string, readonly string[], readonly string[]]>([
  [
    'swift-react',
    [
      '<think>a</think>Action: f Action Input: {}',
      '<think></think> \n\u2003Action:Action Input:',
      '<think>a</think> b </think> Action: f\nAction Input: x and more',
    ],
    [
      ' <think>a</think>Action: f Action Input: {}',
      '<think>a</think> so Action: f Action Input: {}',
      '<think>a</think>Action Input: {}',
      '<think>a</think>Action: f',
      '<think>a</think>\ufeffAction: f Action Input: {}',
    ],
  ],
  [
    'verl-geo3k',
    ['<think>a</think>\\boxed{4}', '<think></think>\\boxed{}', '<think></think></think>x\\boxed{4} more }'],
    [
      ' <think>a</think>\\boxed{4}',
      '< think >a</think>\\boxed{4}',
      '<think>a\\boxed{4}</think>',
      '<think>a</think>\\boxed{4',
      '<think>a</think>}\\boxed{4',
      'a</think>\\boxed{4}',
    ],
  ],
  [
    'open-instruct',
    [
      'a</think><answer>4</answer>',
      'x</think> \n <answer></answer> more',
      '</think></think><answer>4</answer>',
    ],
    [
      '<answer>4</answer>',
      'a</think>so<answer>4</answer>',
      'a</think><answer>4',
      '</answer></think><answer>',
    ],
  ],
  [
    'gsm8k-flexible',
    ['7', 'so .', ',', `7${'x'.repeat(299)}`, `7${'😀'.repeat(299)}`],
    ['none', '', `7${'x'.repeat(300)}`, '٧'],
  ],
  [
    'tinker',
    [
      '\\boxed{4}',
      '\\boxed{\\frac{1}{2}} {',
      '\\boxed 7',
      'x \\boxed\n\ty',
      '{\\boxed{}}',
      '\\boxed\\boxed 1',
    ],
    [
      '\\boxed{4',
      '} \\boxed{4}',
      '\\boxed{4}}',
      '\\boxed 7}',
      'boxed{4}',
      '\\boxed -7',
      '\\boxed4',
      '{4}',
      '',
    ],
  ],
])('%s', (dialect, good, bad) => {
  for (const text of good) expect(matches(dialect, text), text).toBe(true);
  for (const text of bad) expect(matches(dialect, text), text).toBe(false);
});

test.each(['swift-react', 'verl-geo3k', 'open-instruct', 'gsm8k-flexible', 'tinker'])(
  '%s takes linear time',
  (dialect) => {
    // Quadratic reading of a million characters would not come back.
    for (const piece of ['</think>', '<think>', ' ', '\\boxed ', '{', '####', '<']) {
      matches(dialect, piece.repeat(1_000_000 / piece.length));
    }
  },
);
