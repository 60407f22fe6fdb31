import { apply, type Expr } from '../../expr.js';
import { applyAll, asOperand } from './build.js';
import { accept, peekOperator, type Reader } from './reader.js';
import { isUnionLetter } from './run.js';

/** Set operations over values: ∪ and ∖ from left to right, ∩ tighter. */
export function value(reader: Reader): Expr {
  let left = intersection(reader);
  for (;;) {
    if (unionAhead(reader)) {
      const parts = [asOperand(left)];
      while (unionAhead(reader)) {
        reader.at += 1;
        // A comma after ∪ separates nothing.
        accept(reader, ',');
        parts.push(asOperand(intersection(reader)));
      }
      left = applyAll('Union', parts);
    } else if (accept(reader, 'setminus'))
      left = apply('SetMinus', asOperand(left), asOperand(intersection(reader)));
    else return left;
  }
}

function intersection(reader: Reader): Expr {
  const first = ratio(reader);
  if (peekOperator(reader) !== 'intersection') return first;
  const parts = [asOperand(first)];
  while (accept(reader, 'intersection')) parts.push(asOperand(ratio(reader)));
  return applyAll('Intersection', parts);
}

/** `a : b : c`, except in the element of a set-builder, where the colon ends the element. */
function ratio(reader: Reader): Expr {
  const { sum } = reader.shared.rules;
  const first = sum(reader);
  if (reader.element || peekOperator(reader) !== ':') return first;
  const terms = [first];
  while (accept(reader, ':')) terms.push(sum(reader));
  return applyAll('Ratio', terms);
}

const unionAhead = (reader: Reader): boolean => peekOperator(reader) === 'union' || isUnionLetter(reader);
