import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../src/support/index.js';
import type { Ball } from '../../../../src/verifiers/exact/ball.js';
import { BallField } from '../../../../src/verifiers/exact/ball-field.js';
import * as c from '../../../../src/verifiers/exact/complex.js';
import {
  integerPower,
  nthRoot,
  power,
  rationalPower,
} from '../../../../src/verifiers/exact/complex-power.js';
import { encloseAt } from '../../../../src/verifiers/exact/enclose.js';
import { formula } from '../../../helpers/formula.js';

const f = new BallField(160, new Budget(100_000_000));
const toDouble = (x: Ball): number => Number(x.mid) * 2 ** x.exp;
const complex = (re: number, im: number): c.Complex<Ball> => c.box(f, f.fromNumber(re), f.fromNumber(im));

function parts(value: c.Value<Ball>): readonly [number, number] | 'undefined' {
  return value === 'undefined' ? value : [toDouble(value.re), toDouble(value.im)];
}

function expectNear(value: c.Value<Ball>, re: number, im: number): void {
  const found = parts(value);
  if (found === 'undefined') throw new Error('undefined');
  expect(found[0]).toBeCloseTo(re, 12);
  expect(found[1]).toBeCloseTo(im, 12);
}

describe('principal branches', () => {
  test('√ on and off the cut', () => {
    expectNear(c.sqrt(f, complex(-4, 0)), 0, 2);
    expectNear(c.sqrt(f, complex(3, 4)), 2, 1);
    expectNear(c.sqrt(f, complex(-3, 4)), 1, 2);
    expectNear(c.sqrt(f, complex(-3, -4)), 1, -2);
    expectNear(c.sqrt(f, complex(0, 2)), 1, 1);
    expectNear(c.sqrt(f, complex(0, -2)), 1, -1);
  });
  test('ln and arg', () => {
    expectNear(c.ln(f, complex(-1, 0)), 0, Math.PI);
    expectNear(c.ln(f, complex(0, -1)), 0, -Math.PI / 2);
    expectNear(c.ln(f, complex(-1, -1)), Math.log(2) / 2, (-3 * Math.PI) / 4);
    expect(c.ln(f, complex(0, 0))).toBe('undefined');
  });
  test('a box across the cut gives both sides', () => {
    const across = { re: f.fromNumber(-1), im: { mid: 0n, exp: -20, rad: 1 }, real: false };
    const angle = c.arg(f, across);
    expect(angle !== null && angle.rad * 2 ** angle.exp > 3.1).toBe(true);
    const root = c.sqrt(f, across);
    expect(f.sign(root.im)).toBe(null);
  });
  test('powers', () => {
    expectNear(integerPower(f, complex(1, 1), 8n), 16, 0);
    expectNear(integerPower(f, complex(0, 2), -2n), -0.25, 0);
    expectNear(rationalPower(f, complex(-8, 0), 1n, 3n, true), -2, 0);
    expectNear(rationalPower(f, complex(-8, 0), 1n, 3n, false), 1, Math.sqrt(3));
    expectNear(rationalPower(f, complex(-8, 0), 2n, 3n, true), 4, 0);
    expectNear(rationalPower(f, complex(4, 0), -3n, 2n, true), 0.125, 0);
    expectNear(nthRoot(f, complex(-32, 0), 5n), -2, 0);
    expectNear(nthRoot(f, complex(-16, 0), 4n), Math.SQRT2, Math.SQRT2);
    expectNear(power(f, complex(0, 1), complex(0, 1)), Math.exp(-Math.PI / 2), 0);
  });
  test('zero to a power', () => {
    expect(integerPower(f, complex(0, 0), 0n)).toBe('undefined');
    expect(integerPower(f, complex(0, 0), -1n)).toBe('undefined');
    expectNear(power(f, complex(0, 0), complex(Math.SQRT2, 0)), 0, 0);
    expect(power(f, complex(0, 0), complex(-0.5, 0))).toBe('undefined');
  });
  test('a huge integer power keeps the sign', () => {
    const odd = integerPower(f, complex(-1.5, 0), 2n ** 30n + 1n);
    expect(odd !== 'undefined' && odd.real && f.sign(odd.re)).toBe(-1);
  });
});

describe('functions of complex arguments', () => {
  const at = (source: string): readonly [number, number] => {
    const found = encloseAt(formula(source), new Map(), 200, new Budget(1_000_000));
    if (found.kind !== 'value') throw new Error(`${source}: ${found.kind}`);
    return [toDouble(found.re), toDouble(found.im)];
  };
  test.each([
    ['sin(1+2*i)', [3.165778513216168, 1.9596010414216063]],
    ['cos(1+2*i)', [2.0327230070196656, -3.0518977991518]],
    ['tan(1+2*i)', [0.033812826079896774, 1.0147936161466335]],
    ['sinh(1+2*i)', [-0.4890562590412937, 1.4031192506220405]],
    ['cosh(1+2*i)', [-0.64214812471552, 1.0686074213827783]],
    ['arcsin(2)', [1.5707963267948966, 1.3169578969248166]],
    ['arccos(-3)', [3.141592653589793, -1.762747174039086]],
    ['arctan(1+i)', [1.0172219678978514, 0.40235947810852507]],
    ['arcosh(1/2)', [0, 1.0471975511965979]],
    ['artanh(3)', [0.34657359027997264, -1.5707963267948966]],
    ['arccot(-1)', [2.356194490192345, 0]],
    ['exp(1+i)', [1.4686939399158851, 2.2873552871788423]],
  ])('%s', (source, [re, im]) => {
    const found = at(source);
    expect(found[0]).toBeCloseTo(re as number, 12);
    expect(Math.abs(found[1])).toBeCloseTo(Math.abs(im as number), 12);
  });
});
