import { expect, test } from 'vitest';
import { Budget } from '../../../../../src/support/index.js';
import { type Fraction, isWithin } from '../../../../../src/verifiers/compare/policy/nearness.js';
import { strict } from '../../../../../src/verifiers/policy.js';
import { parsed } from '../../../../helpers/answers.js';

function within(text: string, center: Fraction, radius: Fraction): boolean | null {
  const answer = parsed(text);
  if (answer.kind !== 'expression') throw new Error(`${text} is of kind ${answer.kind}`);
  return isWithin(answer.expr, center, radius, { policy: strict, budget: new Budget(strict.maxSteps) });
}

const tenth: Fraction = [1n, 10n];
/** √2 to 60 digits, the last one cut off. */
const root2 = 141421356237309504880168872420969807856967187537694807317667n;
const scale = 10n ** 59n;

test.each<[string, Fraction, Fraction, boolean | null]>([
  ['\\frac12', [1n, 2n], tenth, true],
  ['\\frac35', [1n, 2n], tenth, true],
  ['\\frac25', [1n, 2n], tenth, true],
  ['0.6001', [1n, 2n], tenth, false],
  ['0.3999', [1n, 2n], tenth, false],
  ['-\\frac12', [-1n, 2n], tenth, true],
  ['-\\frac12', [1n, 2n], tenth, false],
  ['\\sqrt2', [7n, 5n], tenth, true],
  ['-\\sqrt2', [-7n, 5n], tenth, true],
  ['\\sqrt2', [13n, 10n], tenth, false],
  ['\\sqrt2', [8n, 5n], tenth, false],
  ['10^9\\sqrt2', [1_414_213_562n, 1n], [1n, 1n], true],
  ['10^9\\sqrt2', [1_414_213_561n, 1n], [1n, 1n], false],
  ['10^{300}\\sqrt2', [root2 * 10n ** 241n, 1n], [10n ** 242n, 1n], true],
  ['10^{300}\\sqrt2', [root2 * 10n ** 241n, 1n], [10n ** 230n, 1n], false],
  ['\\sqrt2', [root2, scale], [1n, scale], true],
  ['\\sqrt2', [root2, scale], [1n, 3n * scale], false],
  ['\\sqrt2', [root2 + 1n, scale], [1n, 3n * scale], true],
  ['x', [0n, 1n], tenth, null],
  ['x-x+\\sqrt2i', [0n, 1n], tenth, null],
  ['2\\sqrt2i', [0n, 1n], tenth, null],
])('%s within %o ± %o: %s', (text, center, radius, wanted) =>
  expect(within(text, center, radius)).toBe(wanted),
);
