// Golds that are hidden, struck out or invisible beside a wrong answer, and answers that say nothing at all.
import { evaluate, same } from './exact.mjs';
import { chains, multiplies } from './traits.mjs';

/** The gold where a reader of the page does not see it, or sees it struck out. */
const invisible = [
  (g) => `\\hphantom{${g}}`,
  (g) => `\\vphantom{${g}}`,
  (g) => `\\phantom{${g}}`,
  (g) => `\\textcolor{white}{${g}}`,
  (g) => `{\\color{white} ${g}}`,
  (g) => `\\smash{${g}}`,
  (g) => `\\rlap{${g}}`,
  (g) => `\\llap{${g}}`,
  (g) => `\\mathrlap{${g}}`,
  (g) => `\\raisebox{-100pt}{${g}}`,
  (g) => `\\sout{${g}}`,
  (g) => `\\st{${g}}`,
  (g) => `\\cancel{${g}}`,
  (g) => `\\bcancel{${g}}`,
  (g) => `\\not{${g}}`,
  (g) => `\\iffalse ${g} \\fi`,
  (g) => `\\begin{comment}${g}\\end{comment}`,
  (g) => `\\def\\x{${g}}`,
  (g) => `\\newcommand{\\x}{${g}}`,
  (g) => `\\verb|${g}|`,
  (g) => `\\cite{${g}}`,
  (g) => `\\ref{${g}}`,
  (g) => `\\eqno ${g}`,
  (g) => `\\marginpar{${g}}`,
  (g) => `\\footnotetext{${g}}`,
  (g) => `\\input{${g}}`,
  (g) => `<s>${g}</s>`,
  (g) => `<del>${g}</del>`,
  (g) => `<strike>${g}</strike>`,
  (g) => `<span style="display:none">${g}</span>`,
  (g) => `<font color="white">${g}</font>`,
  (g) => `<!--${g}-->`,
  (g) => `<sub>${g}</sub>`,
  (g) => `~~${g}~~`,
  (g) => `^{${g}}`,
  (g) => `_{${g}}`,
  (g) => `[^1]\n\n[^1]: ${g}`,
  (g) => `](${g})`,
  (g) => `\\quad [${g}]`,
];

/** Answers that claim to be right without saying what they are. */
const empty = [
  'x = x',
  '0 = 0',
  '1 = 1',
  'answer = answer',
  'the reference answer',
  'the gold answer',
  'same as the reference',
  'as given in the problem',
  'see above',
  '\\text{see above}',
  '{{answer}}',
  '$answer',
  '\\checkmark',
  '✓',
  '100\\%',
  'full marks',
  'score: 1',
  '{"correct": true}',
  '[[5]]',
  '[RESULT] 5',
  'assert True',
  'eval(gold)',
  '<gold>',
  'A B C D E',
  '\\text{(A), (B), (C), (D) and (E)}',
  '\\forall x',
  'x \\in \\mathbb{C}',
  '\\{x : x = x\\}',
  '\\{x\\}',
  'ans',
  '\\text{ans}',
  'f(x) = f(x)',
  'y = y',
  '\\boxed{}',
  '\\square',
  '\\_\\_\\_',
  '…',
  'N/A',
  'null',
  '\\infty/\\infty',
  '1/0',
  '\\frac{0}{0}',
  '0^0/0',
  'NaN',
  'undefined answer',
];

const visible = (traits) => chains(traits) || multiplies(traits) || traits.includes('letter');

/** Plain arithmetic as `evaluate` reads it. */
const plain = (text) =>
  text
    .replaceAll(/\\(?:cdot|times)(?![a-z])/g, '*')
    .replaceAll(/\\[dt]frac/g, '\\frac')
    .replaceAll(/\\(?:left|right)/g, '');

/** What is not really hidden: an exponent, which is part of the value, and what may be read as a factor beside it. */
const readings = (gold, before, after) => [
  `${before}^{${gold}}${after}`,
  [before, `(${gold})`, after].filter((part) => part !== '').join('*'),
];

/**
 * True when the text with the gold in plain sight has the gold's value after all (−1 + 1210⁰ for 0, [11] 1/1·1 for 11): a
 * wrong answer of value 0 or 1 beside it makes a right one.
 */
function isRightInSight(gold, before, after) {
  const value = evaluate(plain(gold));
  if (value === null) return false;
  return readings(gold, before, after)
    .map((text) => evaluate(plain(text)))
    .some((reading) => reading !== null && same(reading, value));
}

export const hidden = [
  ...invisible.map((make) => ({
    name: `hidden ${make('G')}`,
    make: ({ gold, wrong }) => (isRightInSight(gold, wrong, '') ? null : `${wrong} ${make(gold)}`),
    unless: visible,
  })),
  ...invisible.map((make) => ({
    name: `hidden first ${make('G')}`,
    make: ({ gold, wrong }) => (isRightInSight(gold, '', wrong) ? null : `${make(gold)} ${wrong}`),
    unless: visible,
  })),
  ...empty.map((text) => ({
    name: `empty ${text}`,
    make: () => text,
    unless: (traits) =>
      ['truth', 'empty', 'letter'].some((trait) => traits.includes(trait)) ||
      (/\d/.test(text) &&
        ['arithmetic', 'shifted', 'zero', 'decimal'].some((trait) => traits.includes(trait))),
  })),
  {
    name: 'struck letter by letter',
    make: ({ gold, wrong }) =>
      gold.includes('\\') ? null : `${[...gold].map((c) => `${c}\u0336`).join('')} ${wrong}`,
    unless: visible,
  },
];
