/** A spelling that the lexers do not know: in a text that shows `sign`, what matches `pattern` is written another way. */
interface Respelling {
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly replace: (...groups: string[]) => string;
}

const FIGURES: ReadonlyMap<string, string> = new Map([
  ['triangle', '△'],
  ['angle', '∠'],
]);

const CHINESE_RELATIONS: ReadonlyMap<string, string> = new Map([
  ['大于等于', '≥'],
  ['不小于', '≥'],
  ['小于等于', '≤'],
  ['不大于', '≤'],
  ['不等于', '≠'],
  ['大于', '>'],
  ['小于', '<'],
]);

const numerals = (text: string): string => text.normalize('NFKC');

/** Tried in order; each says in its own example what it reads. */
const RESPELLINGS: readonly Respelling[] = [
  // np.sqrt(2)
  {
    sign: /[a-z]\.[a-zA-Z]/,
    pattern: /\b(?:np|numpy|math|sympy|sp|torch|cmath)\.(?=[a-zA-Z])/g,
    replace: () => '',
  },
  // Interval.open(0, 2), in SymPy
  { sign: /Interval\./, pattern: /\bInterval\.(?=(?:L|R)?open\()/g, replace: () => 'Interval_' },
  // 12 \text{ choose } 4
  { sign: /choose/, pattern: /\\text\s?\{\s*choose\s*\}/g, replace: () => ' \\choose ' },
  // 2\text{cis } 60°
  {
    sign: /cis/,
    pattern: /\\(?:text|textrm|mathrm) ?\{ ?cis ?\}/g,
    replace: () => '\\operatorname{cis}',
  },
  // + \text{const}: the constant of integration
  {
    sign: /const/,
    pattern: /\+ ?(?:\\(?:text|mathrm|textrm) ?\{ ?const(?:ant|\.)? ?\}|const(?:ant\b|\.|\b))/g,
    replace: () => '+ C',
  },
  // f: x \mapsto 2x
  { sign: /mapsto/, pattern: /^(?:([A-Za-z]) ?: ?)?([a-z]) ?\\mapsto/g, replace: asFunction },
  { sign: /↦/, pattern: /^(?:([A-Za-z]) ?: ?)?([a-z]) ?↦/g, replace: asFunction },
  // 【答案】36
  { sign: /【/, pattern: /^【(?:答案|解答|答|结果)】[:：]?/g, replace: () => '' },
  // triangle ABC, angle A
  {
    sign: /ngle /,
    pattern: /(?<![\\a-zA-Z])([Tt]riangle|[Aa]ngle) (?=[A-Z]{1,3}\b)/g,
    replace: (_all, word) => FIGURES.get((word ?? '').toLowerCase()) ?? '',
  },
  // x 大于等于 5, x不小于5
  {
    sign: /[大小等]于/,
    pattern: /(?<=[\w)}$] ?)(大于或?等于|不小于|小于或?等于|不大于|不等于|大于|小于)(?= ?[-\w($\\])/g,
    replace: (_all, words) => ` ${CHINESE_RELATIONS.get((words ?? '').replace('或', '')) ?? ''} `,
  },
  // 7 \\eqno (3): what stands in the margin numbers the equation
  { sign: /\\l?eqno/, pattern: /\\l?eqno[\s\S]*$/g, replace: () => '' },
  // ~p, \\sim B, p ∧ ∼q: a tilde right before a letter or bracket, with nothing before it, denies
  {
    sign: /[~∼]|\\sim(?![a-z])/,
    pattern:
      /(?<=(?:^|[$(∧∨→↔∣&|]|\\(?:lor|land|vee|wedge|to|implies|iff|rightarrow)) *)(?:[~∼]|\\sim(?![a-z]) ?)(?=\$?[A-Za-z](?![A-Za-z])|\([A-Za-z~∼\\])/g,
    replace: () => '¬',
  },
  // 45^o
  { sign: /\^o/, pattern: /(?<=\d)\^o$/g, replace: () => '°' },
  // 5P2: arrangements
  { sign: /\d\s?P/, pattern: /^(\d{1,3})\s?P\s?(\d{1,3})$/g, replace: (_all, n, k) => `nPr(${n},${k})` },
  // ℝ \ {0}: a backslash and a space between a number set and braces take elements away
  {
    sign: /\\[ {]/,
    pattern:
      /(\\mathbb ?\{? ?[RZQNC] ?\}?|\\mathbf ?\{ ?[RZQNC] ?\}|[ℝℤℚℕℂ]|^ ?[RZQNC]) ?(?:\\ +\\?|\\)\{([^{}\\]{1,80})\\?\}/g,
    replace: (_all, set, members) => `${set}\\setminus\\{${members}\\}`,
  },
  // ³⁄₄: raised digits, a fraction slash, lowered digits; 1³⁄₄ is a mixed number
  raisedFraction('⁄'),
  raisedFraction('∕'),
  raisedFraction('/'),
];

function asFunction(_all: string, name?: string, argument?: string): string {
  return `${name ?? 'f'}(${argument})=`;
}

function raisedFraction(slash: string): Respelling {
  return {
    sign: new RegExp(`[⁰¹²³⁴⁵⁶⁷⁸⁹]${slash}`),
    pattern: new RegExp(`(\\d?)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,12})${slash}([₀₁₂₃₄₅₆₇₈₉]{1,12})`, 'g'),
    replace: (_all, whole, top, bottom) => {
      const plain = `${numerals(top ?? '')}/${numerals(bottom ?? '')}`;
      return whole === '' ? `(${plain})` : `${whole} ${plain}`;
    },
  };
}

/** Units set in one square character (㎡, ㎝) and letters in circles (Ⓒ). */
const COMPOSED = /[\u3380-\u33dfⒶ-Ⓩ]/;
const COMPOSED_ALL = /[\u3380-\u33dfⒶ-Ⓩ]/gu;

/** An ampersand between two answers, outside an array. */
const AMPERSAND = / \\?& /g;

/** Any of these: most texts show none, and are looked through once. */
const UNUSUAL = new RegExp(
  [...RESPELLINGS.map(({ sign }) => sign), COMPOSED, AMPERSAND].map(({ source }) => source).join('|'),
);

/** "1 et 2", "x = 1 oder x = 2", 1と2: values joined in other languages, in signs on both sides. */
const AND_WORDS = 'et|und|og|och|en|và|и|और|و';
const OR_WORDS = 'ou|oder|oppure|или|hoặc|या|أو';
const JOINED = new RegExp(
  String.raw`(?<=[\d)}$%°π]) ?(?:(?<= )(?:(${AND_WORDS})|(${OR_WORDS})) |(?:([と과와])|(または|또는|혹은)) ?)(?=[-−]?[$\\(\d√π]|[a-z](?:_\d)? ?=)`,
  'g',
);

/** "1 y 2", "1 e 2", "1 o 2": the words of one letter, which may be variables, between two numerals alone. */
const LETTER_JOINED =
  /(?<=(?:^|[\s=$])-?\d[\d.,]*\$?) ([ye]) (?=\$?\d[\d.,]*\$?(?:\s|$))|(?<=[\d)}$]) o (?=[-−]?[$\\(\d])/g;

/** Any of these words after a value: most texts hold none. */
const MAY_BE_JOINED = new RegExp(
  String.raw`[\d)}$%°π] ?(?:(?:${AND_WORDS}|${OR_WORDS}|[yeo]) |[と과와]|または|또는|혹은)`,
);

/** Values joined by a word of another language, joined by "and" or "or". */
function joinedInEnglish(text: string, isLatex: (text: string) => boolean): string {
  if (!MAY_BE_JOINED.test(text)) return text;
  const bare = isLatex(text) && !text.includes('$');
  const letters = bare
    ? text
    : text.replaceAll(LETTER_JOINED, (_all, and?: string) => (and === undefined ? ' or ' : ' and '));
  return letters.replaceAll(JOINED, (_all, and?: string, _or?: string, also?: string) => {
    const word = and !== undefined || also !== undefined ? ' and ' : ' or ';
    return bare ? `\\text{${word}}` : word;
  });
}

/** Brings spellings that the lexers do not know to ones that they do. */
export function respell(source: string, isLatex: (text: string) => boolean): string {
  const joined = joinedInEnglish(source, isLatex);
  if (!UNUSUAL.test(joined)) return joined;
  let text = joined;
  for (const { sign, pattern, replace } of RESPELLINGS)
    if (sign.test(text)) text = text.replaceAll(pattern, replace);
  if (text.includes('& ') && !text.includes('\\begin'))
    text = text.replaceAll(AMPERSAND, isLatex(text) ? '\\text{ and }' : ' and ');
  return COMPOSED.test(text) ? text.replaceAll(COMPOSED_ALL, (sign) => ` ${numerals(sign)}`).trim() : text;
}
