import { separate } from '../../exact/separate.js';
import type { Rule } from './pair.js';

/** Rigorous enclosures at sample points: a proved difference with a witness, or probable agreement. */
export const separation: Rule = ({ gold, given, assume, context }) =>
  separate(gold, given, assume, context.budget);
