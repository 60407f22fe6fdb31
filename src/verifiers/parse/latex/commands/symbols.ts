import { CONSTANTS, FUNCTIONS, GREEK } from '../../names.js';
import type { Operator } from '../../token.js';
import { invalid, nameOf, operatorOf, type Template, unsupported } from '../template.js';

/** Commands without arguments, by name (no backslash; a control symbol is its one character). */
const OPERATORS: Readonly<Record<string, string>> = {
  '*': 'cdot times ast centerdot cdotp',
  '/': 'div slash',
  pm: 'pm',
  mp: 'mp',
  '%': '% percent',
  '=': 'eq',
  '!=': 'ne neq',
  '<': 'lt',
  '<=': 'le leq leqslant leqq',
  '>': 'gt',
  '>=': 'ge geq geqslant geqq',
  approx: 'approx sim simeq cong doteq approxeq thickapprox thicksim',
  equiv: 'equiv',
  assign: 'coloneqq triangleq coloneq defeq eqdef',
  ':': 'colon ratio',
  ',': 'comma',
  '|': 'vert',
  prime: 'prime',
  degree: 'degree textdegree',
  ellipsis: 'ldots cdots dots vdots ddots dotsc dotsb dotsm dotsi dotso hdots textellipsis',
  in: 'in isin',
  notin: 'notin',
  subset: 'subset subsetneq subsetneqq',
  subseteq: 'subseteq subseteqq',
  union: 'cup bigcup sqcup bigsqcup cupdot dotcup uplus',
  intersection: 'cap bigcap',
  setminus: 'setminus smallsetminus backslash',
  and: 'land wedge bigwedge',
  or: 'lor vee bigvee',
  not: 'neg lnot',
  iff: 'iff Leftrightarrow Longleftrightarrow',
  to: 'to rightarrow longrightarrow mapsto longmapsto',
  forall: 'forall',
  exists: 'exists',
  parallel: 'parallel',
  perp: 'perp bot',
  propto: 'propto varpropto',
  mod: 'bmod mod',
  sum: 'sum',
  product: 'prod',
  integral: 'int smallint',
  limit: 'lim',
  partial: 'partial',
  angle: 'angle measuredangle sphericalangle',
  triangle: 'triangle bigtriangleup vartriangle',
};

/** Letters and shapes that name something, by their own name. */
const NAMED =
  'ell hbar nabla mho aleph beth wp star bigstar square Box blacksquare diamond Diamond lozenge heartsuit spadesuit ' +
  'clubsuit diamondsuit dagger ddagger checkmark complement sharp flat natural bigcirc odot oplus ominus otimes frown smile';

/** Commands for characters: the symbol's name. */
const ALIASES: Readonly<Record<string, string>> = {
  imath: 'i',
  jmath: 'j',
  hslash: 'hbar',
  top: 'T',
  intercal: 'T',
  Pr: 'P',
  oslash: 'EmptySet',
  arc: 'frown',
  Reals: 'Reals',
  reals: 'Reals',
  R: 'Reals',
  Z: 'Integers',
  N: 'Naturals',
  Q: 'Rationals',
  C: 'Complexes',
  Complex: 'Complexes',
  cnums: 'Complexes',
  natnums: 'Naturals',
  ints: 'Integers',
  real: 'Re',
  Infty: 'Infinity',
};

/** Delimiters that stand alone. */
const OPENING: Readonly<Record<string, string>> = {
  '{': '{',
  lbrace: '{',
  lbrack: '[',
  lparen: '(',
  langle: '⟨',
  lang: '⟨',
  lfloor: '⌊',
  lceil: '⌈',
  lvert: '|',
  lVert: '‖',
};
const CLOSING: Readonly<Record<string, string>> = {
  '}': '}',
  rbrace: '}',
  rbrack: ']',
  rparen: ')',
  rangle: '⟩',
  rang: '⟩',
  rfloor: '⌋',
  rceil: '⌉',
  rvert: '|',
  rVert: '‖',
};

/** Commands that print characters outside mathematics: words to the grammar. */
const CHARACTERS: Readonly<Record<string, string>> = {
  $: '$',
  '#': '#',
  '&': '&',
  _: '_',
  textdollar: '$',
  dollar: '$',
  pounds: '£',
  textsterling: '£',
  euro: '€',
  texteuro: '€',
  yen: '¥',
  textyen: '¥',
  cents: '¢',
  textcent: '¢',
  celsius: '°C',
  textcelsius: '°C',
  fahrenheit: '°F',
  because: 'because',
  textquotesingle: "'",
  textbar: '|',
  textmu: 'μ',
  micro: 'μ',
  ohm: 'Ω',
};

const UNSUPPORTED =
  'prec succ preceq succeq ll gg lll ggg asymp bowtie models vdash dashv supset supseteq ni gets ' +
  'leftarrow Leftarrow longleftarrow leftrightarrow uparrow downarrow Uparrow Downarrow hookrightarrow nmid nparallel nleq ' +
  'ngeq nless ngtr nsubseteq ncong nsim iint iiint oint rightleftharpoons coprod limsup liminf varlimsup varliminf ' +
  'projlim injlim between wr amalg boxplus ltimes rtimes circledast nearrow searrow swarrow nwarrow leadsto ' +
  'rightsquigarrow lesssim gtrsim lessgtr';

/** Names of functions that are also environments or structures in LaTeX, handled elsewhere. */
const NOT_SYMBOLS: ReadonlySet<string> = new Set(['deg', 'sqrt', 'root', 'binom', 'choose', 'mod', 'lim']);

const entries: [string, Template][] = [];

for (const [operator, commands] of Object.entries(OPERATORS)) {
  for (const command of commands.split(' ')) entries.push([command, operatorOf(operator as Operator)]);
}
for (const [command, name] of FUNCTIONS) if (!NOT_SYMBOLS.has(command)) entries.push([command, nameOf(name)]);
for (const [command, name] of GREEK) entries.push([command, nameOf(name)]);
for (const [command, name] of CONSTANTS)
  if (command.charCodeAt(0) < 128) entries.push([command, nameOf(name)]);
for (const command of NAMED.split(' ')) entries.push([command, nameOf(command)]);
for (const [command, name] of Object.entries(ALIASES)) entries.push([command, nameOf(name)]);
for (const [command, bracket] of Object.entries(OPENING)) entries.push([command, { kind: 'open', bracket }]);
for (const [command, bracket] of Object.entries(CLOSING)) entries.push([command, { kind: 'close', bracket }]);
for (const [command, value] of Object.entries(CHARACTERS)) entries.push([command, { kind: 'text', value }]);
for (const command of UNSUPPORTED.split(' '))
  entries.push([command, unsupported(`\\${command} is not supported`)]);

/** Every symbol command → what it stands for. */
export const SYMBOLS: ReadonlyMap<string, Template> = new Map<string, Template>([
  ...entries,
  ['circ', { kind: 'circle' }],
  ['deg', { kind: 'upright', value: 'deg' }],
  ['bullet', { kind: 'bullet', otherwise: '*' }],
  ...['therefore', 'implies', 'Rightarrow', 'Longrightarrow'].map((command): [string, Template] => [
    command,
    { kind: 'bullet', otherwise: 'implies' },
  ]),
  ['times', { kind: 'operator', operator: '*', mark: 'times' }],
  ['mid', { kind: 'operator', operator: '|', mark: 'mid' }],
  ['|', { kind: 'double-bar' }],
  ['Vert', { kind: 'double-bar' }],
  ['norm', nameOf('norm')],
  ['dd', { kind: 'name', name: 'd', style: 'upright' }],
  ['diff', { kind: 'name', name: 'd', style: 'upright' }],
  ['differentialD', { kind: 'name', name: 'd', style: 'upright' }],
  ['exponentialE', nameOf('e')],
  ['imaginaryI', nameOf('i')],
  ['quad', { kind: 'wide' }],
  ['qquad', { kind: 'wide' }],
  ['enspace', { kind: 'wide' }],
  ['newline', { kind: 'line' }],
  ['blank', invalid('a blank is no answer')],
]);
