// Wrong answers that carry the gold's own text inside: hedges, supersets, negations, hidden and struck-out golds.

import { hedges } from './hedges.mjs';
import { hidden } from './hidden.mjs';
import { statements } from './statements.mjs';
import { adds, chains, either, multiplies, unites } from './traits.mjs';

/** Each core says when it may not be used: where it would make no wrong answer of the gold. */
const carriers = [
  { name: 'plain', make: ({ wrong }) => wrong },
  { name: 'or', make: ({ gold, wrong }) => `${gold}\\text{ or }${wrong}`, unless: unites },
  { name: 'or, reversed', make: ({ gold, wrong }) => `${wrong}\\text{ or }${gold}`, unless: unites },
  { name: 'or, plain', make: ({ gold, wrong }) => `${gold} or ${wrong}`, unless: unites },
  { name: 'lor', make: ({ gold, wrong }) => `${gold} \\lor ${wrong}`, unless: unites },
  { name: 'comma', make: ({ gold, wrong }) => `${wrong}, ${gold}`, unless: chains },
  { name: 'semicolon', make: ({ gold, wrong }) => `${gold}; ${wrong}`, unless: chains },
  { name: 'and', make: ({ gold, wrong }) => `${gold}\\text{ and }${wrong}`, unless: chains },
  { name: 'slash', make: ({ gold, wrong }) => `(${gold}) / (${wrong})`, unless: multiplies },
  { name: 'bar', make: ({ gold, wrong }) => `${gold} \\mid ${wrong}` },
  { name: 'set', make: ({ gold, wrong }) => `\\{${gold}, ${wrong}\\}` },
  { name: 'tuple', make: ({ gold, wrong }) => `(${gold}, ${wrong})` },
  { name: 'either', make: ({ gold, wrong }) => `\\text{either }${gold}\\text{ or }${wrong}`, unless: unites },
  { name: 'maybe', make: ({ gold, wrong }) => `\\text{maybe }${gold}\\text{, possibly }${wrong}` },
  { name: 'if', make: ({ gold, wrong }) => `${wrong}\\text{ if } n>0, ${gold}\\text{ otherwise}` },
  {
    name: 'cases',
    make: ({ gold, wrong }) =>
      `\\begin{cases}${wrong} & \\text{if }t>0\\\\${gold} & \\text{if }t\\le 0\\end{cases}`,
  },
  { name: 'lines', make: ({ gold, wrong }) => `${gold}\\\\${wrong}`, unless: chains },
  {
    name: 'array',
    make: ({ gold, wrong }) => `\\begin{array}{c}${wrong}\\\\${gold}\\end{array}`,
    unless: chains,
  },
  { name: 'not', make: ({ gold }) => `\\text{not }${gold}` },
  { name: 'neg', make: ({ gold }) => `\\neg ${gold}` },
  { name: 'ne', make: ({ gold }) => `\\neq ${gold}` },
  { name: 'no es', make: ({ gold }) => `\\text{no es }${gold}` },
  { name: '不是', make: ({ gold }) => `\\text{不是}${gold}` },
  { name: 'ist nicht', make: ({ gold }) => `\\text{ist nicht }${gold}` },
  { name: 'anything but', make: ({ gold }) => `\\text{anything but }${gold}` },
  { name: 'cancel', make: ({ gold, wrong }) => `\\cancel{${gold}} ${wrong}`, unless: multiplies },
  { name: 'cancel alone', make: ({ gold }) => `\\xcancel{${gold}}` },
  { name: 'strike', make: ({ gold, wrong }) => `~~${gold}~~ ${wrong}`, unless: multiplies },
  { name: 'phantom', make: ({ gold, wrong }) => `\\phantom{${gold}} ${wrong}`, unless: multiplies },
  { name: 'phantom alone', make: ({ gold }) => `\\phantom{${gold}}` },
  {
    name: 'white',
    make: ({ gold, wrong }) => `\\color{white}{${gold}}\\color{black}{${wrong}}`,
    unless: multiplies,
  },
  { name: 'tiny', make: ({ gold, wrong }) => `{\\tiny ${gold}} ${wrong}`, unless: multiplies },
  { name: 'href', make: ({ gold, wrong }) => `\\href{${gold}}{${wrong}}` },
  { name: 'comment', make: ({ gold, wrong }) => `${wrong} % ${gold}`, unless: multiplies },
  { name: 'html comment', make: ({ gold, wrong }) => `${wrong} <!-- ${gold} -->`, unless: multiplies },
  { name: 'label', make: ({ gold, wrong }) => `${wrong} \\label{${gold}}`, unless: multiplies },
  { name: 'tag', make: ({ gold, wrong }) => `${wrong} \\tag{${gold}}` },
  {
    name: 'hspace',
    make: ({ gold, wrong }) => `${wrong}\\hspace{100cm}${gold}`,
    unless: either(chains, multiplies),
  },
  { name: 'overset', make: ({ gold, wrong }) => `\\overset{${gold}}{${wrong}}` },
  { name: 'stackrel', make: ({ gold, wrong }) => `\\stackrel{${wrong}}{${gold}}` },
  { name: 'subscript', make: ({ gold, wrong }) => `{${wrong}}_{${gold}}` },
  { name: 'underbrace', make: ({ gold, wrong }) => `\\underbrace{${wrong}}_{${gold}}` },
  { name: 'footnote', make: ({ gold, wrong }) => `${wrong}\\footnote{${gold}}` },
  { name: 'instead of', make: ({ gold, wrong }) => `${wrong}\\quad(\\text{instead of }${gold})` },
  { name: 'remark', make: ({ gold, wrong }) => `${wrong} (${gold})`, unless: either(chains, multiplies) },
  {
    name: 'remark, reversed',
    make: ({ gold, wrong }) => `${gold} (${wrong})`,
    unless: either(chains, multiplies),
  },
  { name: 'to', make: ({ gold, wrong }) => `${gold} \\to ${wrong}` },
  { name: 'iff', make: ({ gold, wrong }) => `${gold} \\iff ${wrong}`, unless: chains },
  { name: 'greater', make: ({ gold }) => `> ${gold}` },
  { name: 'at most', make: ({ gold }) => `\\text{at most }${gold}` },
  { name: 'approx, shifted', make: ({ gold }) => `\\approx ${gold}+1`, unless: adds },
  { name: 'pm', make: ({ gold }) => `${gold} \\pm 1`, unless: adds },
  { name: 'pm tiny', make: ({ gold }) => `${gold} \\pm 10^{-40}`, unless: adds },
  { name: 'plus tiny', make: ({ gold }) => `${gold}+10^{-50}`, unless: adds },
  { name: 'plus t', make: ({ gold }) => `${gold}+t^2` },
  { name: 'times zero', make: ({ gold }) => `0\\cdot(${gold})+\\frac{17}{97}` },
  {
    name: 'equals',
    make: ({ gold, wrong }) => `${gold} = ${wrong}`,
    unless: either(chains, (traits) => traits.includes('rounds')),
  },
  {
    // In a box it is an equation, and a wrong one. A sentence that works a value out wrongly and then states the gold
    // ("which equals 3 = 4") states the gold: no layout in words is tried.
    name: 'equals, reversed',
    make: ({ gold, wrong }) => `${wrong} = ${gold}`,
    unless: (traits) => !traits.includes('arithmetic'),
    boxed: true,
  },
  { name: 'ne, reversed', make: ({ gold, wrong }) => `${wrong} \\ne ${gold}`, unless: chains },
  { name: 'not equal', make: ({ gold, wrong }) => `${wrong} \\not= ${gold}`, unless: chains },
  { name: 'over zero', make: ({ wrong }) => `\\frac{${wrong}}{0}` },
  { name: 'gold over zero', make: ({ gold }) => `\\frac{${gold}}{1-1}` },
  { name: 'unevaluated', make: ({ gold }) => `\\text{the number equal to }${gold}+1`, unless: adds },
  { name: 'the answer', make: () => '\\text{the correct answer}' },
  { name: 'not wrong', make: ({ wrong }) => `\\text{the gold answer, not } ${wrong}` },
  { name: 'dots', make: () => '\\ldots' },
  { name: 'question', make: () => '?' },
  { name: 'empty', make: () => '', unless: (traits) => traits.includes('empty') },
  { name: 'long', make: ({ wrong }) => `${wrong}${'+0'.repeat(300)}` },
  { name: 'digits', make: () => '0123456789'.repeat(20) },
];

/** Every way to make an answer of a gold and a wrong answer. */
export const cores = [...carriers, ...hedges, ...hidden, ...statements];
