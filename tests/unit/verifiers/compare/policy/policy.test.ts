import { describe, expect, test } from 'vitest';
import { ruleOf } from '../../../../helpers/answers.js';

type Case = readonly [gold: string, given: string, rule: string];

const strictCases: readonly Case[] = [
  ['31\\%', '31', 'percent-sign'],
  ['31', '31 percent', 'percent-sign'],
  ['0.5\\%', '0.5', 'different'],
  ['31\\%', '0.31', 'exact-rational'],
  ['31\\%', '3.1', 'different'],
  ['9\\text{ kg}', '9', 'unit-omitted'],
  ['9', '9\\text{ kg}', 'unit-omitted'],
  ['9\\text{ kg}', '9000', 'different'],
  ['9\\text{ kg}', '9^\\circ', 'different'],
  ['9\\text{ kg}', '9\\%', 'different'],
  ['\\frac{1}{7}', '0.1428571428571', 'print-out'],
  ['\\frac{1}{7}', '1.428571429e-1', 'print-out'],
  ['\\frac{1}{7}', '0.14285714', 'different'],
  ['\\frac{1}{7}', '0.1428571438571', 'different'],
  ['0.1428571429', '\\frac{1}{7}', 'rounding'],
  ['\\frac{1}{8}', '0.1250000000001', 'different'],
  ['\\sqrt{2}', '1.41421356237', 'print-out'],
  ['\\sqrt{2}', '1.41', 'different'],
  ['1.41', '\\sqrt{2}', 'rounding'],
  ['1.4', '\\sqrt{2}', 'different'],
  ['1.40', '\\sqrt{2}', 'different'],
  ['1.42', '\\sqrt{2}', 'different'],
  ['0.667', '\\frac{2}{3}', 'rounding'],
  ['0.667', '0.66667', 'rounding'],
  ['0.66667', '0.667', 'different'],
  ['12.34', '12.3', 'different'],
  ['12', '12.0001', 'different'],
  ['33.3\\%', '\\frac{1}{3}', 'rounding'],
  ['30^\\circ', '30', 'different'],
  ['30', '30^\\circ', 'degree-sign'],
  ['30', '31^\\circ', 'different'],
  ['2', '2^\\circ', 'different'],
  ['18.8^\\circ', '18.82^\\circ', 'rounding'],
  ['18.8^\\circ', '18.9^\\circ', 'different'],
  ['-5\\%', '-5', 'percent-sign'],
  ['33\\frac{1}{3}\\%', '33\\frac{1}{3}', 'percent-sign'],
  ['2:3', '\\frac{2}{3}', 'different'],
  ['110_2', '6', 'different'],
  ['undefined', 'DNE', 'different'],
  ['mean 5, mode 2', '5, 2', 'different'],
];

const lenientCases: readonly Case[] = [
  ['\\sqrt{2}', '1.41', 'rounding'],
  ['\\sqrt{2}', '1.42', 'different'],
  ['\\sqrt{2}', '1.4', 'different'],
  ['30^\\circ', '30', 'degree-sign'],
  ['30^\\circ', '31', 'different'],
  ['30^\\circ', '30\\text{ radians}', 'different'],
  ['2:3', '\\frac{2}{3}', 'ratio-as-fraction'],
  ['2:3', '\\frac{3}{2}', 'different'],
  ['2:3', '4:6', 'ratio-reduced'],
  ['2:3', '6:4', 'different'],
  ['110_2', '6', 'base-as-value'],
  ['110_2', '7', 'different'],
  ['undefined', 'DNE', 'synonyms'],
  ['yes', 'true', 'synonyms'],
  ['yes', 'false', 'different'],
  ['no solution', '\\emptyset', 'synonyms'],
  ['mean 5, mode 2', '5, 2', 'labels-dropped'],
  ['mean 5, mode 2', '2, 5', 'different'],
];

describe('policy rules, strict', () => {
  test.each(strictCases)('gold %j, given %j: %s', (gold, given, rule) => {
    expect(ruleOf(gold, given)).toBe(rule);
  });
});

describe('policy rules, lenient', () => {
  test.each(lenientCases)('gold %j, given %j: %s', (gold, given, rule) => {
    expect(ruleOf(gold, given, 'lenient')).toBe(rule);
  });
});
