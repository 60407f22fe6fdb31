import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../../src/support/index.js';
import { compareAnswers } from '../../../../../src/verifiers/compare/index.js';
import { parseAnswer } from '../../../../../src/verifiers/parse/index.js';
import { strict } from '../../../../../src/verifiers/policy.js';
import { parsed, ruleOf } from '../../../../helpers/answers.js';

const EQUAL: readonly (readonly [string, string])[] = [
  ['8\\text{ cm}', '80\\text{ mm}'],
  ['8\\text{ cm}', '8 centimetres'],
  ['8\\text{ cm}', '8\\mathrm{~cm}'],
  ['36\\text{ km/h}', '10\\text{ m/s}'],
  ['2\\text{ h}', '7200 seconds'],
  ['1.5 hours', '1 h 30 min'],
  ['1小时30分钟', '90分钟'],
  ['6 ft 3 in', '6\'3"'],
  ['2\\text{ L}', '2000\\text{ cm}^3'],
  ['0^\\circ\\text{C}', '32^\\circ\\text{F}'],
  ['8 marbles', '8 red marbles'],
  ['8\\text{ square units}', '8'],
  ['\\$7.50', '7.5 dollars'],
  ['\\$0.25', '25 cents'],
  ['\\$3{,}000', '\\$3000.00'],
  ['\\$2\\text{ million}', '\\$2000000'],
  ['4:5', '4{:}5'],
  ['4:5', '4 to 5'],
  ['6:20', '6:20 pm'],
  ['6:20 pm', '18:20'],
  ['June 1, 2020', '2020-06-01'],
  ['June 1', 'June 1, 2020'],
  ['Monday', '\\text{Mon}'],
  ['1021_3', '(1021)_{3}'],
  ['2b_{16}', '2B_{16}'],
  ['B', '\\text{(B)}'],
  ['B', 'b'],
  ['B', 'B. 42'],
  ['42', 'B. 42'],
  ['A, C', 'C and A'],
  ['yes', '\\text{Yes.}'],
  ['DNE', 'does not exist'],
  ['hexagon', 'A hexagon.'],
  ['line and circle', 'a line, a circle'],
  ['mean 5, mode 2', 'mode = 2; mean = 5'],
  ['3 ft by 4 ft', '3 ft × 4 ft'],
  ['7th', '7^{\\text{th}}'],
  ['①④', '①, ④'],
  ['x < 3 : (-\\infty, 3)', 'x < 3'],
  ['2.75', '2,75'],
  ['2.75\\text{ kg}', '2,75 kg'],
  ['5\\ \\Omega', '5 ohms'],
  ['P:Q = 3:7', '3:7'],
  ['2 \\text{ dozen eggs}', '24 eggs'],
  ['20\\%', '百分之二十'],
  ['3\\text{ hours}', '3h'],
  ['2\\sqrt{5}\\text{ m}', '\\sqrt{20} m'],
  ['72\\text{ km/h}', '\\frac{40}{2} m/s'],
  ['4\\text{ m/s}^2', '4 m s^{-2}'],
  ['300\\text{ nm}', '0.3 μm'],
  ['2 hours 15 minutes', '2h15m'],
  ['3 weeks', 'twenty-one days'],
  ['£15', '15 pounds'],
  ['¥500', '500 yen'],
  ['¥500', '500 yuan'],
  ['45¢', '45 cents'],
  ['5:8', '5 is to 8'],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['8\\text{ cm}', '8\\text{ m}'],
  ['8\\text{ cm}', '8\\text{ cm}^2'],
  ['8\\text{ cm}', '80'],
  ['3\\text{ hours}', '3m'],
  ['3\\text{ hours}', '3x'],
  ['4\\text{ m}^2', '4m^3'],
  ['2 hours 15 minutes', '2h25m'],
  ['45¢', '\\$45'],
  ['5', '500\\text{ cm}'],
  ['36\\text{ km/h}', '36\\text{ m/s}'],
  ['2 h 15 min', '2.15 h'],
  ['8 apples', '8 oranges'],
  ['\\$5', '€5'],
  ['\\$5', '5 cents'],
  ['0^\\circ\\text{C}', '0^\\circ\\text{F}'],
  ['4:5', '5:4'],
  ['4:5', '8:10'],
  ['6:20 pm', '6:20 am'],
  ['6:20', '6:21'],
  ['June 1, 2020', 'June 1, 2021'],
  ['June 1', 'June'],
  ['Monday', 'Tuesday'],
  ['1021_3', '1021_4'],
  ['1021_3', '1021'],
  ['B', 'C'],
  ['B', 'A, B'],
  ['yes', 'no'],
  ['yes', 'true'],
  ['DNE', '0'],
  ['hexagon', 'pentagon'],
  ['mean 5, mode 2', 'mean 2, mode 5'],
  ['mean 5, mode 2', 'mean 5'],
  ['60^\\circ', '60\\text{ radians}'],
  ['7th', '7'],
  ['①④', '①③'],
  ['x < 3', 'x < 4 : (-\\infty, 2)'],
  ['2.75', '2,76'],
  ['P:Q = 3:7', '7:3'],
  ['24', '2 million'],
  ['7', 'at least 7'],
  ['7', '7 squared'],
];

/** Answers that say more than one thing, or another thing in passing: never equal. */
const HEDGES: readonly (readonly [gold: string, given: string])[] = [
  ['B', 'B) C)'],
  ['B', 'B/C'],
  ['yes', 'Yes, no'],
  ['8', 'The answer could be 8'],
  ['8', 'either 8 or 9'],
  ['8', '8 hundredths'],
  ['8', '8 cm 2 mm'],
  ['8', '8 (not 9)'],
  ['Friday', 'Friday, Saturday'],
  ['hexagon', 'hexagon or pentagon'],
  ['2:3', '2:3, 3:2'],
  ['\\$8', '\\$8 or \\$9'],
  ['8 pm', '8 pm or 9 pm'],
  ['DNE', 'DNE, 8'],
  ['1021_3', '1021_3 or 1021_4'],
];

describe('hedges', () => {
  test.each(HEDGES)('gold %j is not paid by %j', (gold, given) => {
    const context = { policy: strict, budget: new Budget(strict.maxSteps) };
    const answer = parseAnswer(given, context);
    if (answer.ok) expect(compareAnswers(parsed(gold), answer.value, context).kind).not.toBe('equal');
    else expect(answer.error.reason).toBe('parse-error');
  });
});

describe('plain kinds', () => {
  test.each(EQUAL)('%j equals %j, both ways', (a, b) => {
    expect([ruleOf(a, b), ruleOf(b, a)]).not.toContain('different');
    expect([ruleOf(a, b), ruleOf(b, a)]).not.toContain('undecided');
  });

  test.each(DIFFERENT)('%j differs from %j, both ways', (a, b) => {
    expect([ruleOf(a, b), ruleOf(b, a)]).toEqual(['different', 'different']);
  });
});
