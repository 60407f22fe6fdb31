import type { ScalarHead } from '../expr.js';
import type { Operator } from './token.js';

/**
 * Names and characters both lexers know. A lexer emits a `name` token with the CANONICAL name (a map's value);
 * the grammar looks functions up by canonical name only. All tables are maps or sets, so that model-made names
 * such as `constructor` find nothing.
 */

const words = (list: string): readonly string[] => list.split(' ');

/** Reads `key value  key value  …`: one space inside a pair, two between pairs. */
const pairs = <V extends string>(list: string): readonly (readonly [string, V])[] =>
  list.split('  ').map((pair) => pair.split(' ') as unknown as readonly [string, V]);

const LOWER =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega';
const UPPER =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega';

/** Greek letters, variants included, by command name → the name used in symbols (`varphi` → `phi`). */
export const GREEK: ReadonlyMap<string, string> = new Map([
  ...words(`${LOWER} ${UPPER} varpi digamma`).map((name): [string, string] => [name, name]),
  ...words('epsilon theta rho sigma phi kappa').map((name): [string, string] => [`var${name}`, name]),
  ...words('Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega').map((name): [string, string] => [
    `var${name}`,
    name,
  ]),
]);

/** Greek characters → the name used in symbols (`π` → `pi`). */
export const GREEK_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...[...'αβγδεζηθικλμνξοπρστυφχψω'].map((letter, i): [string, string] => [
    letter,
    words(LOWER)[i] ?? letter,
  ]),
  ...[...'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ'].map((letter, i): [string, string] => [
    letter,
    words(UPPER)[i] ?? letter,
  ]),
  ...pairs('ς sigma  ϵ epsilon  ϑ theta  ϕ phi  ϱ rho  ϰ kappa  µ mu  ϖ varpi  ∆ Delta  Ω Omega'),
]);

/** Every spelling of a function or named operation → its canonical name. `sin^{-1}` is the grammar's to read. */
export const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...words(
    'sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth sech csch ' +
      'arsinh arcosh artanh arcoth arsech arcsch exp log ln lg lb sqrt cbrt root abs floor ceil round sgn min max sup inf gcd lcm ' +
      'mod Re Im arg conj cis det tr rank dim ker deg lim erf Gamma binomial factorial nCr nPr Hom Prob Var Cov span diag',
  ).map((name): [string, string] => [name, name]),
  // Other traditions and code spellings.
  ...pairs(
    'tg tan  ctg cot  cotg cot  ctn cot  cosec csc  sh sinh  ch cosh  th tanh  cth coth  tgh tanh  ' +
      'ctgh coth  cosech csch  asin arcsin  acos arccos  atan arctan  acot arccot  asec arcsec  ' +
      'acsc arccsc  arctg arctan  arcctg arccot  arcctan arccot  arccosec arccsc  acosec arccsc  ' +
      'asinh arsinh  acosh arcosh  atanh artanh  acoth arcoth  asech arsech  acsch arcsch  ' +
      'arcsinh arsinh  arccosh arcosh  arctanh artanh  arccoth arcoth  arcsech arsech  arccsch arcsch  ' +
      'arsh arsinh  arch arcosh  arth artanh  sign sgn  signum sgn  ceiling ceil  Abs abs  fabs abs  Max max  ' +
      'Min min  GCD gcd  LCM lcm  trace tr  Tr tr  conjugate conj  binom binomial  choose binomial  ' +
      'comb binomial  Arg arg  Sin sin  Cos cos  Tan tan  Log log  Ln ln  Sqrt sqrt  Exp exp  ' +
      'Arcsin arcsin  Arccos arccos  Arctan arctan  hcf gcd  HCF gcd  cuberoot cbrt',
  ),
  // Mathematica.
  ...pairs(
    'Cot cot  Sec sec  Csc csc  Sinh sinh  Cosh cosh  Tanh tanh  Coth coth  Sech sech  Csch csch  ' +
      'ArcSin arcsin  ArcCos arccos  ArcTan arctan  ArcCot arccot  ArcSec arcsec  ArcCsc arccsc  ' +
      'ArcSinh arsinh  ArcCosh arcosh  ArcTanh artanh  ArcCoth arcoth  CubeRoot cbrt  Floor floor  ' +
      'Ceiling ceil  Mod mod  Binomial binomial  Factorial factorial  Conjugate conj  Det det',
  ),
]);

/** Canonical name of a one-argument function → its head. The others (log, sqrt, min, binomial …) are the grammar's. */
export const UNARY_HEADS: ReadonlyMap<string, ScalarHead> = new Map<string, ScalarHead>([
  ...pairs<ScalarHead>(
    'sin Sin  cos Cos  tan Tan  cot Cot  sec Sec  csc Csc  arcsin Arcsin  arccos Arccos  ' +
      'arctan Arctan  arccot Arccot  arcsec Arcsec  arccsc Arccsc  sinh Sinh  cosh Cosh  tanh Tanh  ' +
      'coth Coth  sech Sech  csch Csch  arsinh Arsinh  arcosh Arcosh  artanh Artanh  arcoth Arcoth  ' +
      'arsech Arsech  arcsch Arcsch  ln Ln  abs Abs  floor Floor  ceil Ceiling  round Round  sgn Sign  ' +
      'Re Re  Im Im  arg Arg  conj Conjugate  det Determinant  tr Trace  factorial Factorial  ' +
      'Gamma Gamma',
  ),
]);

/** Number sets by the letter of their blackboard or bold spelling → constant name. */
export const NUMBER_SETS: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'R Reals  Z Integers  Q Rationals  N Naturals  C Complexes  ℝ Reals  ℤ Integers  ℚ Rationals  ' +
      'ℕ Naturals  ℂ Complexes',
  ),
]);

/** Named constants that are no letter → symbol name. */
export const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'infty Infinity  infinity Infinity  ∞ Infinity  oo Infinity  emptyset EmptySet  ' +
      'varnothing EmptySet  ∅ EmptySet  Ø EmptySet  ⌀ EmptySet  π pi  𝜋 pi  ⅇ e  ℯ e  ⅈ i  ⅉ i',
  ),
]);

/** Operator and relation characters of unicode mathematics → operator. */
export const OPERATOR_CHARACTERS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...pairs<Operator>(
    '+ +  - -  − -  – -  — -  ‐ -  ‑ -  ‒ -  ﹣ -  － -  ＋ +  * *  × *  · *  ⋅ *  ∙ *  • *  ∗ *  ✕ *  ' +
      '＊ *  ⨯ *  / /  ÷ /  ∕ /  ⁄ /  ／ /  ^ ^  ! !  ！ !  ‼ !!  % %  ％ %  ± pm  ∓ mp  = =  ＝ =  ≠ !=  ' +
      '< <  ＜ <  > >  ＞ >  ≤ <=  ⩽ <=  ≦ <=  ≥ >=  ⩾ >=  ≧ >=  ≈ approx  ≃ approx  ≅ approx  ≒ approx  ' +
      '∼ approx  ~ approx  ≡ equiv  ≔ assign  , ,  ， ,  、 ,  ; ;  ； ;  : :  ： :  ∶ :  . .  。 .  | |  ' +
      '∣ |  ｜ |',
  ),
  ["'", 'prime'],
  ...pairs<Operator>(
    '′ prime  ’ prime  ° degree  º degree  ˚ degree  … ellipsis  ⋯ ellipsis  ∈ in  ∉ notin  ⊂ subset  ' +
      '⊆ subseteq  ∪ union  ⋃ union  ∩ intersection  ⋂ intersection  ∖ setminus  ∧ and  ∨ or  ¬ not  ' +
      '⇒ implies  ⟹ implies  ⇔ iff  ⟺ iff  → to  ∀ forall  ∃ exists  ∥ parallel  ⊥ perp  ⟂ perp  ∝ propto  ∑ sum  ' +
      '∏ product  ∫ integral  ∂ partial  ∠ angle  △ triangle',
  ),
]);

/** Delimiter characters → side and canonical bracket. Bars have no side and are operators instead. */
export const BRACKET_CHARACTERS: ReadonlyMap<string, readonly ['open' | 'close', string]> = new Map<
  string,
  readonly ['open' | 'close', string]
>([
  ['(', ['open', '(']],
  [')', ['close', ')']],
  ['（', ['open', '(']],
  ['）', ['close', ')']],
  ['[', ['open', '[']],
  [']', ['close', ']']],
  ['［', ['open', '[']],
  ['］', ['close', ']']],
  ['【', ['open', '[']],
  ['】', ['close', ']']],
  ['{', ['open', '{']],
  ['}', ['close', '}']],
  ['｛', ['open', '{']],
  ['｝', ['close', '}']],
  ['⟨', ['open', '⟨']],
  ['⟩', ['close', '⟩']],
  ['〈', ['open', '⟨']],
  ['〉', ['close', '⟩']],
  ['〈', ['open', '⟨']],
  ['〉', ['close', '⟩']],
  ['⌊', ['open', '⌊']],
  ['⌋', ['close', '⌋']],
  ['⌈', ['open', '⌈']],
  ['⌉', ['close', '⌉']],
]);

/** Currency signs: text tokens of one character. */
export const CURRENCY: ReadonlySet<string> = new Set([...'$€£¥₹₽₩₺₫₱₪¢฿₴₦₿￥＄￡']);

/** Vulgar fractions → numerator and denominator (`1½` is a mixed number: the grammar's). */
export const VULGAR_FRACTIONS: ReadonlyMap<string, readonly [number, number]> = new Map<
  string,
  readonly [number, number]
>([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅖', [2, 5]],
  ['⅗', [3, 5]],
  ['⅘', [4, 5]],
  ['⅙', [1, 6]],
  ['⅚', [5, 6]],
  ['⅐', [1, 7]],
  ['⅛', [1, 8]],
  ['⅜', [3, 8]],
  ['⅝', [5, 8]],
  ['⅞', [7, 8]],
  ['⅑', [1, 9]],
  ['⅒', [1, 10]],
  ['↉', [0, 3]],
]);

/** Superscript characters → the character they raise. */
export const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ'].map((c, i): [string, string] => [
    c,
    '0123456789+-=()niabcdefghjklmoprstuvwxyzT'[i] ?? c,
  ]),
);

/** Subscript characters → the character they lower. */
export const SUBSCRIPTS: ReadonlyMap<string, string> = new Map(
  [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'].map((c, i): [string, string] => [
    c,
    '0123456789+-=()aehijklmnoprstuvx'[i] ?? c,
  ]),
);
