/** Re-spellings of an answer that change nothing: other fractions, white space, sized brackets, delimiters. */
const respellings = [
  (text) => text,
  (text) => text.replaceAll('\\dfrac', '\\frac'),
  (text) => text.replaceAll('\\frac', '\\dfrac'),
  (text) => (text.includes('$') || text.includes('\\(') || text.includes('\\[') ? text : `$${text}$`),
  (text) => text.replaceAll(/(?<![eE<>!:=])([+=])(?!=)/g, ' $1 '),
  sized,
];

/** `(` as `\left(` where every bracket has its partner and none is sized already. */
function sized(text) {
  if (/\\left|\\right|\\big|\\Big|\\\(|[[\]]/.test(text)) return text;
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0 || (depth > 0 && character === '$')) return text;
  }
  return depth === 0 ? text.replaceAll('(', '\\left(').replaceAll(')', '\\right)') : text;
}

/** The distinct spellings of a gold, itself first. */
export const spellingsOf = (gold) => [...new Set(respellings.map((respell) => respell(gold)))];
