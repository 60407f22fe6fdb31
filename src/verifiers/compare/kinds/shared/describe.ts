import type { Answer } from '../../../answer.js';
import { formatExpr } from '../../../format.js';

/** An answer in a few characters, for witnesses. */
export function described(answer: Answer): string {
  switch (answer.kind) {
    case 'expression':
      return formatExpr(answer.expr);
    case 'relation':
      return answer.sides
        .map((side, i) => `${i === 0 ? '' : ` ${answer.operators[i - 1]} `}${formatExpr(side)}`)
        .join('');
    case 'interval':
      return `${answer.lowClosed ? '[' : '('}${formatExpr(answer.low)}, ${formatExpr(answer.high)}${answer.highClosed ? ']' : ')'}`;
    case 'tuple':
      return `(${answer.items.map(described).join(', ')})`;
    case 'list':
      return answer.items.map(described).join(', ');
    case 'set':
      return `{${answer.elements.map(described).join(', ')}}`;
    case 'text':
      return answer.normal;
    default:
      return answer.kind;
  }
}
