import { describe, expect, test } from 'vitest';
import { scan } from '../../../../../src/verifiers/parse/scan.js';
import { cleanSurface } from '../../../../../src/verifiers/parse/surface/clean.js';
import { readUnit } from '../../../../../src/verifiers/parse/units/grammar.js';

function unitOf(text: string): { factor: string; dimension: Record<string, number> } | null {
  const pieces = scan(cleanSurface(`1 ${text}`)).slice(1);
  const unit = readUnit(pieces, 0, pieces.length);
  return unit === null ? null : { factor: `${unit.num}/${unit.den}`, dimension: { ...unit.dimension } };
}

describe('units', () => {
  test.each([
    ['\\text{ km}', '1000/1', { m: 1 }],
    ['\\text{ kilometres}', '1000/1', { m: 1 }],
    ['\\mathrm{~cm}^{2}', '1/10000', { m: 2 }],
    ['\\text{ m/s}^2', '1/1', { m: 1, s: -2 }],
    ['\\text{ m}\\cdot\\text{s}^{-1}', '1/1', { m: 1, s: -1 }],
    ['\\frac{\\text{kg}}{\\text{m}^3}', '1/1', { kg: 1, m: -3 }],
    ['\\text{ km/h}', '5/18', { m: 1, s: -1 }],
    ['\\text{ J/(mol K)}', '1/1', { kg: 1, m: 2, s: -2, mol: -1, K: -1 }],
    ['\\text{ kWh}', '3600000/1', { kg: 1, m: 2, s: -2 }],
    ['\\text{ square feet}', '145161/1562500', { m: 2 }],
    ['\\text{ cubic centimeters}', '1/1000000', { m: 3 }],
    ['\\text{ cm}^3', '1/1000000', { m: 3 }],
    ['\\text{ miles per hour}', '1397/3125', { m: 1, s: -1 }],
    ['\\text{ feet squared}', '145161/1562500', { m: 2 }],
    ['\\text{ light years}', '9460730472580800/1', { m: 1 }],
    ['厘米', '1/100', { m: 1 }],
    ['平方米', '1/1', { m: 2 }],
    ['\\text{ units}', '1/1', {}],
    ['\\text{ dollars per hour}', '1/3600', { USD: 1, s: -1 }],
  ])('%s', (text, factor, dimension) => {
    expect(unitOf(text)).toEqual({ factor, dimension });
  });

  test.each([
    '\\text{ blorp}',
    '\\text{ m +}',
    '\\text{ and}',
    'x',
    '\\text{ constructor}',
    '\\text{ __proto__}',
  ])('%s is no unit', (text) => {
    expect(unitOf(text)).toBeNull();
  });
});
