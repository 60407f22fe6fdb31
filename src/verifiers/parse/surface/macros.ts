/** Reading of TeX at the level of characters: balanced groups and the macros that hold words. Linear, no regex. */

/** Macros whose argument is words (or a unit), not a product of letters. */
export const TEXT_MACROS: ReadonlySet<string> = new Set(
  'text textrm textnormal textbf textit textsf texttt textup textmd emph mbox hbox fbox mathrm mathsf mathtt operatorname rm'.split(
    ' ',
  ),
);

/** Commands that stand for white space. */
export const SPACE_COMMANDS: ReadonlySet<string> = new Set(
  'quad qquad space thinspace enspace hspace vspace hfill noindent displaystyle textstyle scriptstyle nobreakspace thickspace medspace newline par'.split(
    ' ',
  ),
);

/** True for A–Z, a–z. */
export const isAsciiLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Index just after the command name that starts after the backslash at `at`; `at + 2` for `\%`, `\,` … */
export function commandEnd(source: string, at: number): number {
  let end = at + 1;
  while (end < source.length && isAsciiLetter(source.charCodeAt(end))) end += 1;
  return end === at + 1 ? Math.min(at + 2, source.length) : end;
}

/**
 * Index just after the brace that closes the group opening at `open`, or −1 when it never closes. Escaped
 * braces do not count.
 */
export function groupEnd(source: string, open: number): number {
  let depth = 0;
  for (let i = open; i < source.length; i += 1) {
    const c = source[i];
    if (c === '\\') i += 1;
    else if (c === '{') depth += 1;
    else if (c === '}') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}

/** Index of the first character at or after `at` that is not white space. */
export function skipSpace(source: string, at: number): number {
  let i = at;
  while (i < source.length && source[i]!.trim() === '') i += 1;
  return i;
}

/** The argument of a macro whose name ends at `at`: the inside of its braces, or null without braces. */
export function argumentAt(
  source: string,
  at: number,
): { readonly start: number; readonly end: number; readonly after: number } | null {
  const open = skipSpace(source, at);
  if (source[open] !== '{') return null;
  const after = groupEnd(source, open);
  return after < 0 ? null : { start: open + 1, end: after - 1, after };
}
