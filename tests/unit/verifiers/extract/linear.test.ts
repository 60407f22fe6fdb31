import { describe, expect, test } from 'vitest';
import { extract } from '../../../../src/verifiers/extract/index.js';
import { lenient } from '../../../../src/verifiers/policy.js';

/** Steps of an extraction. */
const steps = (response: string): number => extract(response, { policy: lenient }).steps;

const shapes: readonly (readonly [string, string])[] = [
  ['prose', 'We add the terms and simplify again, which gives 17. '],
  ['boxes', '\\boxed{5} '],
  ['different boxes', '\\boxed{5} and so \\boxed{6} or '],
  ['open boxes', '\\boxed{'],
  ['nested boxes', '\\boxed{\\frac{'],
  ['unbraced boxes', '\\boxed\\frac{'],
  ['announcements', 'the final answer is '],
  ['answers', 'The answer is 5. '],
  ['labels', 'A: 5\n'],
  ['hashes', '#### 5\n'],
  ['tags', '<answer>5'],
  ['closed tags', '<answer>5</answer>'],
  ['thoughts', '<think>a</think>'],
  ['open mathematics', '\\( '],
  ['dollars', '$x '],
  ['bold', '**'],
  ['backslashes', '\\'],
  ['braces', '{'],
  ['brackets', '('],
  ['fences', '```\n'],
  ['line feeds', '\n'],
  ['tabs', '\t'],
  ['copulas', 'is '],
  ['Chinese', '答案是'],
  ['emoji', '🎉'],
];

describe('work grows with the length', () => {
  const size = 1 << 17;
  test.each(shapes)('%s', (_, unit) => {
    const measured = [1, 2, 4, 8].map((factor) =>
      steps(unit.repeat(Math.ceil((factor * size) / unit.length))),
    );
    const [first = 0, second = 0, third = 0, fourth = 0] = measured;
    expect(second).toBeLessThanOrEqual(2.2 * first + 5_000);
    expect(third).toBeLessThanOrEqual(2.2 * second + 5_000);
    expect(fourth).toBeLessThanOrEqual(2.2 * third + 5_000);
  });
});

describe('eight megabytes', () => {
  test.each(shapes.slice(0, 6))('%s', (_, unit) => {
    const response = unit.repeat(Math.ceil((8 << 20) / unit.length));
    // One step is 64 characters looked at; a dozen passes over the text at most.
    expect(steps(response)).toBeLessThan((12 * response.length) / 64);
  });
});
