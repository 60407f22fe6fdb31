import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../../src/verifiers/extract/index.js';
import { lenient, strict } from '../../../../src/verifiers/policy.js';

const fragments = [
  '\\boxed{',
  '\\fbox{',
  '}',
  '{',
  '$',
  '$$',
  '\\[',
  '\\]',
  '\\(',
  '\\)',
  '**',
  '#### ',
  '<answer>',
  '</answer>',
  '<think>',
  '</think>',
  '```',
  '\n',
  '\n\n',
  ' ',
  'The answer is ',
  'Final Answer: ',
  'A: ',
  '答案是',
  'Therefore, ',
  ' or ',
  ' not ',
  'wait, ',
  '7',
  '-3.5',
  '\\frac{1}{2}',
  'x = 2',
  '?',
  '.',
  '。',
  '(B)',
  ', ',
  '\\',
  '🎉',
  '\ud800',
];

const responses = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const runs = { numRuns: Number(process.env.FC_RUNS ?? 2_000) };

describe('extraction is total and deterministic', () => {
  test('any text has a result whose spans lie inside it', () => {
    fc.assert(
      fc.property(responses, fc.constantFrom(strict, lenient), (response, policy) => {
        const extraction = extract(response, { policy });
        expect(extract(response, { policy })).toEqual(extraction);
        for (const { start, end } of extraction.spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(response.length);
        }
        if (extraction.status === 'found') {
          expect(extraction.text.trim()).not.toBe('');
          expect(extraction.span).not.toBeNull();
        } else expect(extraction.method === null || extraction.status === 'restatement').toBe(true);
      }),
      runs,
    );
  });

  test('an unclosed thought after any text leaves no answer', () => {
    fc.assert(
      fc.property(responses, (response) => {
        expect(extract(`${response}<think>The answer is \\boxed{5}.`, { policy: strict }).status).toBe(
          'none',
        );
      }),
      runs,
    );
  });

  test('what is thought does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (thought, reply) => {
        const response = `<think>It is \\boxed{${thought}}. #### ${thought}</think>The answer is \\boxed{${reply}}.`;
        expect(extract(response, { policy: strict }).text).toBe(String(reply));
      }),
      runs,
    );
  });
});
