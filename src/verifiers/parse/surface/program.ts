/** Longest text that may be what a program prints. */
const MAX_LENGTH = 2_000;

/** Mathematica's names that other programs spell differently. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['D', 'diff'],
  ['Integrate', 'integrate'],
  ['Complex', 'complex'],
]);

/** Mathematica's calls, `Sum[…]`, whose brackets are read as round ones. */
const CALL = /(?<![A-Za-z])(Sum|Product|Integrate|Limit|D|Complex|Piecewise|IdentityMatrix|DiagonalMatrix)\[/;

/** Index of the bracket that closes the one at `open`, or −1. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** Calls that are rewritten in one text, at most. */
const MAX_CALLS = 12;

function roundCalls(source: string): string {
  let text = source;
  for (let count = 0; count < MAX_CALLS; count += 1) {
    const found = CALL.exec(text);
    const open = found === null ? -1 : found.index + found[0].length - 1;
    const close = open < 0 ? -1 : closing(text, open);
    if (found === null || close < 0) return text;
    const name = RENAMED.get(found[1]!) ?? found[1]!;
    text = `${text.slice(0, found.index)}${name}(${text.slice(open + 1, close)})${text.slice(close + 1)}`;
  }
  return text;
}

/** `x: 1`, `x -> 1`, `'x': 1`: a letter and its value, which is no comparison and no single letter. */
const ENTRY = /^ ?['"]?([A-Za-z]\w{0,9})['"]? ?(?::|->|→) ?((?![A-Za-z] ?$)[^<>=:|{}[\]]{1,200})$/;

/** `x = 1`, in the lists that Maxima prints. */
const EQUATION =
  /^ ?([A-Za-z]\w{0,9}) ?== ?([^<>=:|{}[\]]{1,200})$|^ ?([A-Za-z]\w{0,9}) ?= ?([^<>=:|{}[\]]{1,200})$/;

/** The parts between commas outside round brackets. */
function commaParts(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** The solution inside one pair of brackets, `x = 1, y = 2`; null when an entry is of another form. */
function solution(inside: string, entry: RegExp): string | null {
  const equations = commaParts(inside).map((part) => {
    const found = entry.exec(part);
    return found === null ? null : `${found[1] ?? found[3]} = ${(found[2] ?? found[4] ?? '').trim()}`;
  });
  return equations.includes(null) ? null : equations.join(', ');
}

const BRACES = /^(?:\[ ?|\{ ?)?(\{[^{}]*\}(?: ?, ?\{[^{}]*\})*)(?: ?\]| ?\})?$/;
const BRACKETS = /^\[ ?(\[[^[\]]*\](?: ?, ?\[[^[\]]*\])*) ?\]$|^(\[[^[\]]*\])$/;

/** `{x: 1, y: 2}`, `{{x -> 1}, {x -> 2}}`, `[[x = 1, y = 2], [x = 3, y = 4]]`: solutions as programs print them. */
function solutions(text: string): string | null {
  const [whole, entry] = text.startsWith('[') && !text.includes('{') ? [BRACKETS, EQUATION] : [BRACES, ENTRY];
  const found = whole.exec(text);
  const list = found?.[1] ?? found?.[2];
  if (list === undefined) return null;
  const groups = list
    .split(/[}\]] ?,? ?/)
    .filter((part) => part !== '')
    .map((part) => solution(part.slice(1), entry));
  return groups.includes(null) ? null : groups.join(' or ');
}

/** Sets and infinity by their names in SymPy and Python, functions without a name. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bS\.(?=Reals|Integers|Naturals|Complexes|EmptySet)/g, ''],
  [/^EmptySet(?:\(\))?$/, '∅'],
  [/^Reals$/, 'ℝ'],
  [/^Integers$/, 'ℤ'],
  [/^Naturals$/, 'ℕ'],
  [/\bfloat\(['"](-?inf)['"]\)/g, '$1'],
  [/^lambda ([a-z]): ?/, 'f($1) = '],
  [/^([a-z])\[([a-z])_\] ?:?= ?/, '$1($2) = '],
];

/** Any of the names above. */
const NAMED = /S\.|EmptySet|Reals|Integers|Naturals|float\(|^lambda |_\]/;

const renamed = (source: string): string =>
  NAMES.reduce((text, [pattern, name]) => text.replace(pattern, name), source);

/** What programs print in notations of their own, respelled as mathematics; any other text as it is. */
export function fromProgram(text: string): string {
  if (text.length > MAX_LENGTH || text.includes('\\')) return text;
  const plain = NAMED.test(text) ? renamed(text) : text;
  const called = CALL.test(plain) ? roundCalls(plain) : plain;
  const isUnion = /\) ?\| ?\(/.test(called) && /[<>]/.test(called);
  const joined = isUnion ? called.replaceAll(/\) ?\| ?\(/g, ') or (') : called;
  return /^[[{]/.test(joined) && /[:=→>]/.test(joined) ? (solutions(joined) ?? joined) : joined;
}
