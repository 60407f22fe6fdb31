/** A mark of a part at the place looked at, with the white space after it; a digit may follow without any. */
const MARK = /[([]\s?(a|b|A|B|i{1,2}|I{1,2}|1|2)\s?[)\]](?:(?:\s|~|:|\\[ ,;:]|\\quad)+|(?=\d))/y;

/** What a mark of the second part follows: `(a) 1 (b) 2`. */
const SECOND: ReadonlyMap<string, string> = new Map([
  ['a', 'b'],
  ['i', 'ii'],
  ['A', 'B'],
  ['I', 'II'],
  ['1', '2'],
]);

/** An operator after a mark takes it for a factor: `(a) + 1`. A minus sign may be that of the part. */
const isOperatorAt = (text: string, at: number): boolean =>
  /^(?:[+*/^_=<>|!·×÷]|\\(?:cdot|times|div|pm|le|ge|in)(?![a-z]))/.test(text.slice(at, at + 7));

/** An operator before a mark takes it for its operand: `(1) x + (2) y`. */
const followsOperator = (text: string, at: number): boolean =>
  /(?:[-+−*/^_=<>|·×÷([{]|\\(?:cdot|times|div|pm|le|ge|in))\s*$/.test(text.slice(Math.max(0, at - 8), at));

/** A mark, and what follows it; null where it is none, or ends the text. */
function markAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
  MARK.lastIndex = at;
  const found = MARK.exec(text);
  const end = at + (found?.[0].length ?? 0);
  if (found === null || end >= text.length || isOperatorAt(text, end) || ')]}'.includes(text[end]!))
    return null;
  return { name: found[1]!, end };
}

/** A mark stands apart from what is before it: `f(1)` and `x + (a)` are a value and a sum. */
const standsApart = (text: string, at: number): boolean =>
  !/[A-Za-z0-9)}\]']$|(?:[+*/^·×÷]|\\(?:cdot|times|div|pm))\s*$/.test(text.slice(Math.max(0, at - 8), at));

/** The mark of a first part, its brackets perhaps in text macros; most texts hold none. */
const FIRST_MARK = /[([]\s?\}?\s?[aAiI1]\s?(?:[)\]]|\\text)/;

/** How an environment begins. */
const ENVIRONMENT = /\\begin\s?\{[a-z*]{1,12}\}(?:\{[^{}]{0,12}\})?/g;

/** A bracket in a text macro. */
const TEXT_BRACKET = /\\text\s?\{\s?([()])\s?\}/g;

/**
 * True where marks of parts stand in mathematics that is not read as parts: `x = (a) 1 (b) 2`, `\left((1) 5 (2) 0\right)`. They
 * are never factors. One pass over the text.
 */
export function holdsParts(source: string): boolean {
  if (!FIRST_MARK.test(source)) return false;
  const text = source.replaceAll(TEXT_BRACKET, '$1').replaceAll(ENVIRONMENT, ' ');
  // The marks that would be those of second parts, by the brackets open around them.
  const awaited: (readonly string[])[] = [[]];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '(' || character === '[') {
      const mark = markAt(text, at);
      if (mark !== null && awaited.at(-1)?.includes(mark.name) === true && !followsOperator(text, at))
        return true;
      const second = mark === null || !standsApart(text, at) ? undefined : SECOND.get(mark.name);
      if (second !== undefined) awaited[awaited.length - 1] = [...(awaited.at(-1) ?? []), second].slice(-4);
    }
    if ('([{'.includes(character)) awaited.push([]);
    else if (')]}'.includes(character) && awaited.length > 1) awaited.pop();
    else if (character === '\\') at += 1;
  }
  return false;
}
