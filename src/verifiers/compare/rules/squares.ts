import { isZero } from '../../exact/normal/product.js';
import { signOfProduct } from '../../exact/normal/signs.js';
import { equal } from '../../verdict.js';
import { denominatorsHold } from './definedness.js';
import { guarded, type Rule } from './pair.js';

/** Two values of the same sign are equal when their squares are: |sin 2x| = 2 |sin x| |cos x|. */
export const squares: Rule = (pair) => {
  const forms = pair.forms();
  const { gold, given, workspace: ws } = forms;
  if (typeof gold === 'string' || typeof given === 'string') return null;
  const holds = guarded(ws, () => {
    const sign = signOfProduct(ws, gold);
    if (sign === null || sign === 0 || signOfProduct(ws, given) !== sign) return false;
    return isZero(ws.field.subtract(ws.field.power(gold, 2), ws.field.power(given, 2)));
  });
  return holds === true && denominatorsHold(forms) ? equal('squares') : null;
};
