import type { Term } from './term.js';

/**
 * A term as one line of mathematics, for logs and reports: `1·correct + 0.5·clip(hapo(floor: -0.7), -0.7, 1)`. Parameters
 * that are defaults are left out only if the term leaves them out.
 */
export function describe(term: Term): string {
  switch (term.op) {
    case 'const':
      return String(term.value);
    case 'signal':
      return `${term.name}${inParentheses(term.params)}`;
    case 'sum':
      return `${term.weights === 'normalised' ? 'mean' : ''}(${weighted(term.parts)})`;
    case 'product':
      return term.terms.map(describe).join(' · ');
    case 'min':
    case 'max':
      return `${term.op}(${term.terms.map(describe).join(', ')})`;
    case 'gate':
      return `(${describe(term.when)} ≥ ${term.atLeast} ? ${describe(term.pass)} : ${describe(term.fail)})`;
    case 'clip':
      return `clip(${describe(term.term)}, ${term.min}, ${term.max})`;
    case 'affine':
      return `(${term.scale}·${describe(term.term)} + ${term.shift})`;
    case 'threshold':
      return `[${describe(term.term)} ≥ ${term.at}]`;
    case 'schedule':
      return `schedule(${describe(term.term)}; ${term.knots.map((knot) => knot.join(': ')).join(', ')})`;
    case 'centre':
    case 'zscore':
    case 'rank':
      return `${term.op}(${describe(term.term)})`;
  }
}

const weighted = (parts: readonly { readonly weight: number; readonly term: Term }[]): string =>
  parts.map(({ weight, term }) => `${weight}·${describe(term)}`).join(' + ');

function inParentheses(params: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(params).map(([key, value]) => `${key}: ${String(value)}`);
  return entries.length === 0 ? '' : `(${entries.join(', ')})`;
}
