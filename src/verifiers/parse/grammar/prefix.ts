import { apply, type Expr } from '../../expr.js';
import type { Operator } from '../token.js';
import { readBig } from './big-operator.js';
import { enclose } from './bracket.js';
import { items } from './bracket-items.js';
import { applyAll } from './build.js';
import { partialQuotient } from './derivative.js';
import { readFigure } from './figure.js';
import { readIntegral } from './integral.js';
import { readLimit } from './limit.js';
import { accept, bracketed, deeper, type Reader, refuse } from './reader.js';

/** Operands that begin with an operator: |x|, ∑, ∫, lim, ∠, …, ⟨ written `<`. */
export function readOperatorOperand(reader: Reader, operator: Operator): Expr {
  switch (operator) {
    case '|':
      return absolute(reader);
    case 'sum':
    case 'product':
    case 'union':
    case 'intersection':
      return readBig(reader, operator);
    case 'integral':
      return readIntegral(reader);
    case 'limit':
      return readLimit(reader);
    case 'partial':
      return partialQuotient(reader);
    case 'angle':
    case 'triangle':
    case 'parallel':
      return readFigure(reader, operator);
    case 'ellipsis':
      reader.at += 1;
      return apply('Ellipsis');
    case '<':
      return angled(reader);
    case '+':
    case '-':
      return refuse(reader, `two operators side by side: '${operator}'`);
    default:
      return refuse(reader, `an operand is missing before '${operator}'`);
  }
}

/** `|x|` with bare bars: the next bar where no operand can begin closes it. */
function absolute(reader: Reader): Expr {
  const start = reader.at;
  return deeper(reader, () => {
    reader.at += 1;
    reader.bars += 1;
    const { element } = reader;
    reader.element = false;
    const inner = reader.shared.rules.value(reader);
    reader.element = element;
    reader.bars -= 1;
    if (!accept(reader, '|')) refuse(reader, 'an absolute value that is not closed', 'parse-error', start);
    return enclose('Abs', inner);
  });
}

/** `<1, 2>` as a vector. */
function angled(reader: Reader): Expr {
  if ((reader.partner[reader.at] ?? -1) < reader.at)
    return refuse(reader, "an operand is missing before '<'");
  return applyAll('Vector', bracketed(reader, items));
}
