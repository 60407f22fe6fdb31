import type { Answer, LabelledAnswer } from '../../answer.js';
import { rational } from '../../expr.js';
import type { Reading } from './reading.js';

/** `7 R 3`, `7\text{ r }3`, "7 remainder 3", `7余3`: a quotient, the word, a remainder. */
const DIVISION =
  /^(\d{1,30}) ?(?: (?:[Rr]\.?|[Rr]em(?:ainder)?\.?|(?:and|with) (?:a )?remainder(?: of)?)|,? ?余数?) ?(\d{1,30})$/;

const TEXT = /\\(?:text|textrm|mathrm) ?\{([^{}]*)\}/g;

const part = (label: string, digits: string): LabelledAnswer['parts'][number] => ({
  label,
  value: { kind: 'expression', expr: rational(BigInt(digits)) },
});

/** A division with remainder by its two results. */
export function readRemainder({ surface }: Reading): Answer | null {
  if (surface.text.length > 100 || !/[Rr余]/.test(surface.text)) return null;
  const words = surface.text.replaceAll(TEXT, ' $1 ').replaceAll(/\\[ ,;]|~|\s+/g, ' ');
  const found = DIVISION.exec(words.replaceAll(/ +/g, ' ').trim());
  if (found === null) return null;
  return { kind: 'labelled', parts: [part('quotient', found[1]!), part('remainder', found[2]!)] };
}
