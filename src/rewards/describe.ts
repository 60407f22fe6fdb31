import { match } from 'ts-pattern';
import type { Term } from './term.js';

/**
 * A term as one line of mathematics, for logs and reports: `1·correct + 0.5·clip(hapo(floor: -0.7), -0.7, 1)`. Parameters
 * that are defaults are left out only if the term leaves them out.
 */
export function describe(term: Term): string {
  return match(term)
    .with({ op: 'const' }, ({ value }) => String(value))
    .with({ op: 'signal' }, ({ name, params }) => `${name}${inParentheses(params)}`)
    .with({ op: 'sum', weights: 'normalised' }, ({ parts }) => `mean(${weighted(parts)})`)
    .with({ op: 'sum' }, ({ parts }) => `(${weighted(parts)})`)
    .with({ op: 'product' }, ({ terms }) => terms.map(describe).join(' · '))
    .with({ op: 'min' }, { op: 'max' }, ({ op, terms }) => `${op}(${terms.map(describe).join(', ')})`)
    .with(
      { op: 'gate' },
      ({ when, atLeast, pass, fail }) =>
        `(${describe(when)} ≥ ${atLeast} ? ${describe(pass)} : ${describe(fail)})`,
    )
    .with({ op: 'clip' }, ({ term: inner, min, max }) => `clip(${describe(inner)}, ${min}, ${max})`)
    .with({ op: 'affine' }, ({ term: inner, scale, shift }) => `(${scale}·${describe(inner)} + ${shift})`)
    .with({ op: 'threshold' }, ({ term: inner, at }) => `[${describe(inner)} ≥ ${at}]`)
    .with(
      { op: 'schedule' },
      ({ term: inner, knots }) =>
        `schedule(${describe(inner)}; ${knots.map((knot) => knot.join(': ')).join(', ')})`,
    )
    .with(
      { op: 'centre' },
      { op: 'zscore' },
      { op: 'rank' },
      ({ op, term: inner }) => `${op}(${describe(inner)})`,
    )
    .exhaustive();
}

const weighted = (parts: readonly { readonly weight: number; readonly term: Term }[]): string =>
  parts.map(({ weight, term }) => `${weight}·${describe(term)}`).join(' + ');

function inParentheses(params: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(params).map(([key, value]) => `${key}: ${String(value)}`);
  return entries.length === 0 ? '' : `(${entries.join(', ')})`;
}
