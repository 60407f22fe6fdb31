import { onlyDelimiters } from './boxed.js';
import { isLetter, isOneOf, isSpace } from './characters.js';
import type { Extraction } from './contract.js';
import { startsFunctionWord } from './value.js';

/** Characters after a box in which its unit may stand. */
const reach = 48;

/** Most words of a unit. */
const wordLimit = 3;

/** The macro around a unit, past its backslash: `\\text{ cm}`. */
const MACRO = /^(?:text|textrm|mathrm|mbox)\s?\{[\s~]*/;

/**
 * The words right after a box that may be its unit (`\boxed{15}$ square cm`), as spelled, longest first; none for an
 * answer found otherwise. Whether they are a unit is for the parser to say.
 */
export function unitsAfter(response: string, extraction: Extraction): readonly string[] {
  const { span, method } = extraction;
  if (span === null || (method !== 'boxed' && method !== 'fbox')) return [];
  let at = response.indexOf('}', span.end) + 1;
  if (at <= 0 || !onlyDelimiters(response, span.end, at - 1)) return [];
  const stop = Math.min(response.length, at + reach);
  while (at < stop && (isSpace(response.charCodeAt(at)) || isOneOf('$*\\)]},;', response, at))) at += 1;
  at += MACRO.exec(response.slice(at, stop))?.[0].length ?? 0;
  if (startsFunctionWord(response, at)) return [];
  const ends: number[] = [];
  let i = at;
  while (
    i < stop &&
    ends.length < wordLimit &&
    (isLetter(response.charCodeAt(i)) || isOneOf('°²³', response, i))
  ) {
    while (i < stop && (isLetter(response.charCodeAt(i)) || isOneOf('°²³/', response, i))) i += 1;
    ends.push(i);
    while (i < stop && response[i] === ' ') i += 1;
  }
  return ends.reverse().map((end) => response.slice(at, end));
}
