import { describe, expect, test } from 'vitest';
import { Budget, withinBudget } from '../../../../src/support/index.js';
import { Planner } from '../../../../src/verifiers/exact/plan.js';
import { zeroBits } from '../../../../src/verifiers/exact/root-bound.js';
import type { SampleKind } from '../../../../src/verifiers/exact/sample-points.js';
import { separate } from '../../../../src/verifiers/exact/separate.js';
import { formula } from '../../../helpers/formula.js';

const NONE: ReadonlyMap<string, SampleKind> = new Map();

function verdict(a: string, b: string, assume: ReadonlyMap<string, SampleKind> = NONE): string {
  const found = separate(formula(a), formula(b), assume, new Budget(2_000_000));
  const mirrored = separate(formula(b), formula(a), assume, new Budget(2_000_000));
  expect(mirrored?.kind).toBe(found?.kind);
  return found === null || found.kind === 'undecided' ? 'open' : `${found.kind} ${found.certainty}`;
}

describe('constants', () => {
  test.each([
    ['exp(pi*sqrt(163))', '262537412640768744'],
    ['pi', '355/113'],
    ['pi', '(2143/22)^(1/4)'],
    ['sqrt(10^40+1) - 10^20', '0'],
    ['ln(2)', 'ln(2) + 1e-200'],
    ['2^(1e-200)', '1'],
    ['tanh(1000)', '1'],
    ['arctan(1e100)', 'pi/2'],
    ['sin(10^22)', '0.46261304'],
    ['(1+1e-30)^(1e30)', 'e'],
    ['1/2^90', '1/2^91'],
    ['sqrt(7+4*sqrt(3))', '1+sqrt(7)'],
    ['(5*sqrt(2)-7)^7', '(19601-13861*sqrt(2))^(7/4)'],
    ['e^(i*pi/3)', 'e^(-i*pi/3)'],
    ['(-8)^(1/3)', '2'],
    ['tan(pi/2)', '5'],
    ['10^(10^100)', '10^(10^101)'],
    ['exp(exp(exp(exp(exp(e)))))', '5'],
    ['((((10^100)!)!)!)!', '7'],
    ['100000!', '99999!'],
    ['gamma(10^10)', '5'],
  ])('%s differs from %s, proved', (a, b) => expect(verdict(a, b)).toBe('different proved'));

  test.each([
    ['sqrt(3)-sqrt(2)', 'sqrt(5-2*sqrt(6))'],
    ['cbrt(2+sqrt(5)) + cbrt(2-sqrt(5))', '1'],
    ['sqrt(sqrt(11)+sqrt(194))/(2*sqrt(33)+15)', 'sqrt(sqrt(11)+sqrt(194))/(15+2*sqrt(33))'],
    ['sqrt(7+4*sqrt(3))', '2+sqrt(3)'],
    ['(5*sqrt(2)-7)^7', '(19601-13860*sqrt(2))^(7/4)'],
    ['sin(pi/5)', 'sqrt((5-sqrt(5))/8)'],
    ['cos(pi/7)-cos(2*pi/7)+cos(3*pi/7)', '1/2'],
    ['1/2+sqrt(3)/2*i', 'e^(i*pi/3)'],
    ['(-8)^(1/3)', '-2'],
    ['(-8)^(1/3)', '1+i*sqrt(3)'],
    ['sqrt(-3)', 'i*sqrt(3)'],
    ['e^(i*pi)', '-1'],
    ['abs(1-sqrt(2))', 'sqrt(2)-1'],
    ['floor(7/2)*sqrt(2) + binomial(5, 2)', 'sqrt(18) + 10'],
    ['conjugate(1+i*sqrt(2))', '1-i*sqrt(2)'],
    ['re((1+i*sqrt(3))^3)', '-8'],
    ['2^1000000', '4^500000'],
    ['sin(pi*10^50)', '0'],
    ['8^(1/5)*(cos(pi/15)+i*sin(pi/15))', '(4*sqrt(3)*i+4)^(1/5)'],
  ])('%s equals %s, proved', (a, b) => expect(verdict(a, b)).toBe('equal proved'));

  test.each([
    ['sqrt(2*ln(13)+4)', 'sqrt(2*ln(26)+4-2*ln(2))'],
    ['gamma(1/2)', 'sqrt(pi)'],
    ['4*arctan(1/5)-arctan(1/239)', 'pi/4'],
  ])('%s equals %s, probably', (a, b) => expect(verdict(a, b)).toBe('equal probable'));

  test.each([
    ['9^(9^9)', '9^(9^9)+1'],
    ['pi', 'pi + exp(-exp(9))'],
    ['1/0', '1/0'],
    ['exp(exp(exp(exp(9))))', 'exp(exp(exp(exp(9)))) + 1'],
    ['Infinity', '5'],
  ])('%s against %s stays open', (a, b) => expect(verdict(a, b)).toBe('open'));
});

describe('functions', () => {
  test.each([
    ['sin(x)', 'sin(x) + 1e-60'],
    ['exp(-1000*x^2)', '0'],
    ['abs(x-10)', '10-x'],
    ['abs(x-1000)', '1000-x'],
    ['sqrt((x-7)^2)', '7-x'],
    ['sqrt(x^2)', 'x'],
    ['ln(x-4)', 'ln(x-4) + 1e-9'],
    ['ln(x-4) + ln(10-x)', 'ln(x-4) + ln(11-x)'],
    ['arcsin(x-50)', 'arcsin(x-50) + 1'],
    ['floor(x)', 'ceiling(x) - 1'],
    ['max(x, 1000)', '(x + 1000 + abs(x-1001))/2'],
    ['min(a, b)', '(a+b+abs(a-b))/2'],
    ['sqrt(x-3)*sqrt(x-5)', 'sqrt((x-3)*(x-5))'],
    ['sqrt(x)*sqrt(y)', 'sqrt(x*y)'],
    ['2*ln(x)', 'ln(x^2)'],
    ['arctan(x) + arctan(1/x)', 'pi/2'],
    ['x^(10^10)', 'x^(10^10+1)'],
    ['x^(2*y)', 'x^2*y'],
    ['sin(x)^2', 'sin(x^2)'],
    ['4^n', '2^(n^2)'],
    ['e^(i*x)', 'cos(x) - i*sin(x)'],
    ['sqrt(y-x-5)', 'sqrt(y-x-6)'],
  ])('%s differs from %s, proved', (a, b) => expect(verdict(a, b)).toBe('different proved'));

  test.each([
    ['sin(x)^2 + cos(x)^2', '1'],
    ['cos(2*x)', '1 - 2*sin(x)^2'],
    ['2*ln(abs(x))', 'ln(x^2)'],
    ['sqrt(1/x)', '1/sqrt(x)'],
    ['sqrt(x^3)', 'x*sqrt(x)'],
    ['sqrt(x)*sqrt(x)', 'x'],
    ['-ln((1-x)/(1+x))', 'ln((1+x)/(1-x))'],
    ['x^(1/3)', 'root(x, 3)'],
    ['(x^2-9)/(x-3)', 'x+3'],
    ['ln(x-4) + ln(10-x)', 'ln((x-4)*(10-x))'],
    ['sqrt(x-1000)', 'sqrt(x-1000)*x/x'],
    ['sqrt(x-10) + sqrt(12-x)', 'sqrt(2+2*sqrt((x-10)*(12-x)))'],
    ['arcsin(x) + arccos(x)', 'pi/2'],
    ['e^(i*x)', 'cos(x) + i*sin(x)'],
    ['sqrt(-1/x)', 'i/sqrt(x)'],
    ['y^ln(x)', 'x^ln(y)'],
    ['sum(x^k, k, 0, 5)*(x-1)', 'x^6-1'],
    ['a*e^(3*x)', 'e^x*a*e^(2*x)'],
  ])('%s equals %s, probably', (a, b) => expect(verdict(a, b)).toBe('equal probable'));

  test.each([
    ['integral(x, x)', 'x^2/2'],
    ['x + Infinity', 'x'],
  ])('%s against %s stays open', (a, b) => expect(verdict(a, b)).toBe('open'));
});

describe('assumptions', () => {
  const integers = new Map<string, SampleKind>([['n', 'integer']]);
  const positive = new Map<string, SampleKind>([['x', 'positive']]);
  const complex = new Map<string, SampleKind>([['z', 'complex']]);
  test('integers', () => {
    expect(verdict('cos(n*pi)', '(-1)^n', integers)).toBe('equal probable');
    expect(verdict('sin(n*pi)', '0', integers)).toBe('equal probable');
    expect(verdict('sin(n*pi)', '0')).toBe('different proved');
    expect(verdict('n!/(n-1)!', 'n', integers)).toBe('equal probable');
    expect(verdict('(-1)^n', '(-1)^(n+1)', integers)).toBe('different proved');
  });
  test('positive numbers', () => {
    expect(verdict('sqrt(x^2)', 'x', positive)).toBe('equal probable');
    expect(verdict('2*ln(x)', 'ln(x^2)', positive)).toBe('equal probable');
    expect(verdict('abs(x-9)', '9-x', positive)).toBe('different proved');
  });
  test('complex numbers', () => {
    expect(verdict('conjugate(z)*z', 'abs(z)^2', complex)).toBe('equal probable');
    expect(verdict('conjugate(z)', 'z', complex)).toBe('different proved');
    expect(verdict('conjugate(z)', 'z')).toBe('equal probable');
  });
});

describe('evidence', () => {
  test('a witness names the point and both values', () => {
    const found = separate(formula('abs(x-10)'), formula('10-x'), NONE, new Budget(100_000));
    expect(found).toMatchObject({ kind: 'different', by: 'sample-point', certainty: 'proved' });
    const witness = found?.kind === 'different' ? found.witness : undefined;
    const x = witness?.at.x?.split('/').map(Number) ?? [];
    expect((x[0] ?? 0) / (x[1] ?? 1)).toBeGreaterThan(10);
    expect(witness?.gold).not.toBe(witness?.given);
  });

  test('an unknown function takes independent values at different arguments only', () => {
    const call = (source: string) => formula(source.replaceAll('f(', 'call(f,'));
    const decide = (a: string, b: string) => separate(call(a), call(b), NONE, new Budget(1_000_000));
    expect(decide('f(k-3)*e^(2*k)', 'f(k-3)*e^(3*k)')?.kind).toBe('different');
    expect(decide('f(k-3)', 'f(k+3)')?.kind).toBe('different');
    expect(decide('f(2*k)', 'f(k+k)')).toBe(null);
    expect(decide('2*f(k)', 'f(k)+f(k)')?.kind).toBe('equal');
  });

  test('a smaller budget never changes a decision, it only leaves things open', () => {
    for (const [a, b] of [
      ['sin(x)^2+cos(x)^2', '1'],
      ['sin(x)', 'sin(x)+1e-60'],
      ['sqrt(8)', '2*sqrt(2)'],
    ] as const) {
      const full = separate(formula(a), formula(b), NONE, new Budget(1_000_000));
      for (const limit of [1, 10, 100, 300, 1000, 3000]) {
        const some = withinBudget(() => separate(formula(a), formula(b), NONE, new Budget(limit)));
        if (some.ok) expect(some.value).toEqual(full);
      }
    }
  });

  test('the same call gives the same steps', () => {
    const steps = [0, 1].map(() => {
      const budget = new Budget(1_000_000);
      separate(formula('ln(x-4)'), formula('ln(4*x-16)-ln(4)'), NONE, budget);
      return budget.spent;
    });
    expect(steps[0]).toBe(steps[1]);
  });
});

describe('root bounds', () => {
  const bits = (a: string, b: string): number | null => {
    const planner = new Planner(new Budget(100_000));
    return zeroBits(planner.plan(formula(a)), planner.plan(formula(b)), new Budget(100_000));
  };
  test('only for algebraic numbers', () => {
    expect(bits('sqrt(2)', '17/12')).toBeGreaterThan(5);
    for (const source of ['pi', 'e', 'ln(2)', 'sin(1)', 'x', '2^sqrt(2)'])
      expect(bits(source, '0')).toBe(null);
  });
  test('they lie below actual gaps', () => {
    // Convergents of √2: |√2 − p/q| is about 1/(2√2·q²).
    for (const [p, q] of [
      [99, 70],
      [8119, 5741],
      [22619537, 15994428],
    ] as const) {
      const gap = -Math.log2(Math.abs(1 / (2 * Math.SQRT2 * q * q)));
      expect(bits('sqrt(2)', `${p}/${q}`)).toBeGreaterThan(gap);
    }
  });
  test('square roots of products do not raise the degree', () => {
    expect(bits('sqrt(2)+sqrt(3)+sqrt(6)', '0')).toBeLessThan(bits('sqrt(2)+sqrt(3)+sqrt(5)', '0') ?? 0);
  });
});
