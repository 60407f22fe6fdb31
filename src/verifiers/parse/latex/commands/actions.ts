import { invalid, type Template, unsupported } from '../template.js';
import type { MarkName } from './markers.js';

/** What the scanner does at a command that is no symbol. */
export type Action =
  /** Hands the command to KaTeX, under the name `as`. */
  | { readonly do: 'keep'; readonly as: string }
  /** Layout without meaning: the command goes, its arguments stay. */
  | { readonly do: 'drop' }
  /** The command goes with its arguments, an optional star and an optional bracket. */
  | { readonly do: 'drop-arguments'; readonly count: number }
  /** A colour and, with `count` 2, a background: drops them, refuses invisible ones. */
  | { readonly do: 'colour'; readonly count: number }
  | { readonly do: 'space' }
  /** A negative space: after a comma it marks digit grouping. */
  | { readonly do: 'negative-space' }
  | { readonly do: 'length' }
  | { readonly do: 'text' }
  | { readonly do: 'upright'; readonly as: 'mathrm' | 'operatorname' }
  | { readonly do: 'upright-switch' }
  | { readonly do: 'font'; readonly style: 'bold' | 'script' | 'blackboard' }
  | { readonly do: 'root' }
  | { readonly do: 'delimiter'; readonly side: 'open' | 'close' | 'middle' | 'none' }
  | { readonly do: 'begin' }
  | { readonly do: 'end' }
  | { readonly do: 'row' }
  | { readonly do: 'modulus' }
  | { readonly do: 'angle-unit' }
  | { readonly do: 'stack'; readonly position: 'over' | 'under' }
  | { readonly do: 'negate' }
  | { readonly do: 'braces' }
  | { readonly do: 'bars'; readonly open: MarkName; readonly close: MarkName }
  | { readonly do: 'math' }
  | { readonly do: 'refuse'; readonly template: Template };

const each = (commands: string, action: Action): [string, Action][] =>
  commands.split(' ').map((command): [string, Action] => [command, action]);

const kept = (commands: string): [string, Action][] =>
  commands.split(' ').map((command): [string, Action] => [command, { do: 'keep', as: `\\${command}` }]);

const renamed = (commands: string, as: string): [string, Action][] =>
  each(commands, { do: 'keep', as: `\\${as}` });

const refused = (commands: string, template: Template): [string, Action][] =>
  each(commands, { do: 'refuse', template });

const STRUCTURE: readonly [string, Action][] = [
  ...renamed('frac dfrac tfrac cfrac nicefrac sfrac flatfrac xfrac ffrac', 'frac'),
  ...renamed('binom dbinom tbinom', 'binom'),
  ...kept(
    'over choose overline bar vec hat widehat tilde widetilde dot ddot overrightarrow overleftarrow check breve acute grave mathring',
  ),
  ...renamed('overleftrightarrow Overrightarrow overrightharpoon', 'overrightarrow'),
  ...renamed('closure', 'overline'),
  ...each('sqrt surd', { do: 'root' }),
  ...each('left bigl Bigl biggl Biggl mathopen', { do: 'delimiter', side: 'open' }),
  ...each('right bigr Bigr biggr Biggr mathclose', { do: 'delimiter', side: 'close' }),
  ...each('middle bigm Bigm biggm Biggm', { do: 'delimiter', side: 'middle' }),
  ...each('big Big bigg Bigg', { do: 'delimiter', side: 'none' }),
  ...each('begin', { do: 'begin' }),
  ...each('end', { do: 'end' }),
  ...each('\\ tabularnewline cr', { do: 'row' }),
  ...each('pmod pod', { do: 'modulus' }),
  ...each('ang', { do: 'angle-unit' }),
  ...each('overset stackrel', { do: 'stack', position: 'over' }),
  ...each('underset', { do: 'stack', position: 'under' }),
  ...each('not', { do: 'negate' }),
  ...each('set Set', { do: 'braces' }),
  ...each('abs', { do: 'bars', open: 'openBar', close: 'closeBar' }),
  ...each('norm', { do: 'bars', open: 'openDoubleBar', close: 'closeDoubleBar' }),
  ...each('( ) [ ]', { do: 'math' }),
];

const WORDS: readonly [string, Action][] = [
  ...each(
    'text textbf textit textrm textsf texttt textnormal textup textsl textsc textmd emph mbox hbox mathrmtext intertext ' +
      'shortintertext si unit',
    { do: 'text' },
  ),
  ...each('mathrm mathup textup symup', { do: 'upright', as: 'mathrm' }),
  ...each('operatorname operatornamewithlimits mathop DeclareMathOperator', {
    do: 'upright',
    as: 'operatorname',
  }),
  ...each('rm', { do: 'upright-switch' }),
  ...each('mathbf boldsymbol bm pmb bold symbf mathbfit mathbold', { do: 'font', style: 'bold' }),
  ...each('mathcal mathscr mathfrak frak symcal', { do: 'font', style: 'script' }),
  ...each('mathbb Bbb mathds symbb mathbbm', { do: 'font', style: 'blackboard' }),
];

const LAYOUT: readonly [string, Action][] = [
  ...each(
    'displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits bf it sf tt cal mit tiny ' +
      'scriptsize small normalsize large Large LARGE huge Huge relax null noindent allowbreak nobreak nonumber notag hfill ' +
      'hline hdashline toprule midrule bottomrule strut mathstrut mathord mathbin mathrel mathinner mathpunct ensuremath ' +
      'underline uline boxed fbox Aboxed mathit mathsf mathtt mathnormal mathsfit mathsfup num protect normalfont ' +
      'centering unboldmath boldmath nolinebreak ignorespaces bfseries itshape rmfamily selectfont break',
    { do: 'drop' },
  ),
  ...each('label tag vspace vphantom cline cmidrule setlength fontsize eqno', {
    do: 'drop-arguments',
    count: 1,
  }),
  ...each('smash framebox', { do: 'drop-arguments', count: 0 }),
  ...each('color textcolor colorbox', { do: 'colour', count: 1 }),
  ...each('fcolorbox', { do: 'colour', count: 2 }),
  ...each(', : ; > thinspace medspace thickspace nobreakspace space enskip xspace n', { do: 'space' }),
  ...each('! negthinspace negmedspace negthickspace', { do: 'negative-space' }),
  ...each('hspace hskip kern mkern mskip mspace', { do: 'length' }),
  // White space after a backslash is a space too.
  [' ', { do: 'space' }],
  ['\t', { do: 'space' }],
  ['\n', { do: 'space' }],
  ['\r', { do: 'space' }],
  ['/', { do: 'drop' }],
];

const REFUSED: readonly [string, Action][] = [
  ...refused(
    'def gdef edef xdef let newcommand renewcommand providecommand global long futurelet csname endcsname expandafter noexpand ' +
      'loop repeat if ifx ifnum ifdim iftrue iffalse else fi catcode char makeatletter input include write read openin openout ' +
      'newcount advance special directlua DeclareRobustCommand newenvironment',
    invalid('definitions and programs are no answer'),
  ),
  ...refused(
    'href url htmlClass htmlId htmlStyle htmlData includegraphics verb html footnote ref eqref cite',
    invalid('links, pictures and markup are no answer'),
  ),
  ...refused(
    'cancel bcancel xcancel sout st cancelto enclose',
    invalid('struck-out mathematics is no answer'),
  ),
  ...refused(
    'phantom hphantom rule rlap llap mathrlap mathllap mathclap clap hidewidth raisebox scalebox resizebox',
    invalid('hidden, shifted or overlaid mathematics is no answer'),
  ),
  ...refused(
    'underbrace overbrace underbracket overbracket xrightarrow xleftarrow sideset prescript genfrac atop brace brack above ' +
      'abovewithdelims atopwithdelims buildrel xlongequal mathchoice SI qty ce pu root tikz bra ket braket substack',
    unsupported('the command is not supported'),
  ),
];

/** Every command that is no symbol → what the scanner does at it. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ...STRUCTURE,
  ...WORDS,
  ...LAYOUT,
  ...REFUSED,
]);
