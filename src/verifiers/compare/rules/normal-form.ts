import { isZero } from '../../exact/normal/product.js';
import type { Product } from '../../exact/normal/types.js';
import { equal, type Finding, undecided } from '../../verdict.js';
import { denominatorsHold } from './definedness.js';
import { type Forms, guarded, type Rule } from './pair.js';

/** What a form's absence means for the verdict; `null` when other rules may still settle it. */
function withoutValue(forms: Forms): Finding | null {
  if (forms.gold === 'undefined' && forms.given === 'undefined')
    return undecided('unsupported', 'neither side has a value');
  return null;
}

/** The difference of the two normal forms, or `null` when one is missing or it is out of reach. */
export function difference(forms: Forms): Product | null {
  const { gold, given, workspace } = forms;
  if (typeof gold === 'string' || typeof given === 'string') return null;
  const gap = guarded(workspace, () => workspace.field.subtract(gold, given));
  return typeof gap === 'string' ? null : gap;
}

/** Both sides have the same normal form: every rewriting holds at all real points where both are defined. */
export const normalForm: Rule = (pair) => {
  const forms = pair.forms();
  const missing = withoutValue(forms);
  if (missing !== null) return missing;
  const gap = difference(forms);
  return gap !== null && isZero(gap) && denominatorsHold(forms) ? equal('normal-form') : null;
};
