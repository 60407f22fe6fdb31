import { describe, expect, test } from 'vitest';
import { Budget } from '../../../../../src/support/index.js';
import { lexLatex, repairEscapes } from '../../../../../src/verifiers/parse/latex/index.js';
import { lexed } from './spell.js';

const table = (rows: readonly (readonly [string, string])[]): void => {
  test.each(rows)('%s → %s', (source, tokens) => {
    expect(lexed(source)).toBe(tokens);
  });
};

describe('numerals', () => {
  table([
    ['407', '407'],
    ['6.02', '6.02'],
    ['.25', '.25'],
    ['1.2.3', '1.2 . 3'],
    ['5.', '5 .'],
    ['8.1e12', '8.1e12'],
    ['7e-2', '7 e - 2'],
    ['1e-7', '1e-7'],
    ['12{,}500', '12 ,:grouping 500'],
    ['12,\\!500', '12 ,:grouping 500'],
    ['12,500', '12 , 500'],
    ['0{.}5', '0 .:grouping 5'],
    ['0.\\overline{18}', '0.(18)'],
    ['2.3\\dot{4}', '2.3(4)'],
    ['0.\\dot{1}4285\\dot{7}', '0.(142857)'],
    ['.\\overline{72}', '.(72)'],
    ['3\\overline{4}', '3 overline[4]'],
    ['１２', '12'],
    ['1,2,\\ldots,9', '1 , 2 , ellipsis , 9'],
    ['1,2,...,9', '1 , 2 , ellipsis , 9'],
  ]);

  test('a lone numeral is the token the long way makes', () => {
    const short = lexLatex('17.50', new Budget(1000));
    const long = lexLatex('17.50 ', new Budget(1000));
    expect(short).toEqual(long);
  });
});

describe('fractions, roots and scripts without braces', () => {
  table([
    ['\\frac37', 'frac[3 / 7]'],
    ['\\frac 3 7', 'frac[3 / 7]'],
    ['\\dfrac{a}b', 'frac[a / b]'],
    ['\\nicefrac{2}{5}', 'frac[2 / 5]'],
    ['{p \\over q}', 'frac[p / q]'],
    ['\\sqrt7', 'root[7]'],
    ['\\sqrt17', 'root[17]'],
    ['\\sqrt(a+b)c', 'root[<( a + b )>] c'],
    ['\\sqrt[3]5', 'root3[5]'],
    ['\\sqrt[3](x(y))', 'root3[<( x <( y )> )>]'],
    ['√3', 'root[3]'],
    ['∛{9}', 'root3[9]'],
    ['2½', '2 frac[1 / 2]'],
    ['y^24', 'y sup[24]'],
    ['y^2z', 'y sup[2] z'],
    ['10^-6', '10 sup[- 6]'],
    ['e^-t', 'e sup[- t]'],
    ['4^0.5', '4 sup[0.5]'],
    ['8^(1/3)', '8 sup[<( 1 / 3 )>]'],
    ['2^\\sqrt3', '2 sup[root[3]]'],
    ['0^+', '0 sup[+]'],
    ['x_10', 'x sub[10]'],
    ['x^{2}_{10}', 'x sub[10]sup[2]'],
    ['C^4_9', 'C sub[9]sup[4]'],
    ['\\log_39', 'log sub[3] 9'],
    ['\\log_10 7', 'log sub[10] 7'],
    ['x²y₁', 'x sup[2] y sub[1]'],
    ['{}_7P_3', 'group[] sub[7] P sub[3]'],
    ['x^{}', 'x'],
  ]);
});

describe('degrees and primes', () => {
  table([
    ['45^\\circ', '45 degree'],
    ['45^{\\circ}', '45 degree'],
    ['45°', '45 degree'],
    ['45\\circ', '45 degree'],
    ["12^\\circ 30'", '12 degree 30 arcminute'],
    ["12^\\circ 30'15''", '12 degree 30 arcminute 15 arcsecond'],
    ["g'(t)", 'g prime <( t )>'],
    ["g''", 'g prime prime'],
    ['g^{\\prime}', 'g prime'],
    ['f \\circ g', 'unsupported 2-7'],
  ]);
});

describe('delimiters', () => {
  table([
    ['\\left(1,2\\right]', '<( 1 , 2 ]>'],
    ['\\left(1,2)', '<( 1 , 2 )>'],
    ['\\bigl[0,1\\bigr)', '<[ 0 , 1 )>'],
    ['\\left|u\\right|', '<| u |>'],
    ['|u|', '| u |'],
    ['\\lvert u\\rvert', '<| u |>'],
    ['\\|u\\|', '<‖ u ‖>'],
    ['3\\|u\\|', '3 <‖ u ‖>'],
    ['AB\\|CD', 'A B parallel C D'],
    ['\\{n \\mid n>0\\}', '<{ n |:mid n > 0 }>'],
    ['\\left\\{1\\right\\}', '<{ 1 }>'],
    ['\\left<1,2\\right>', '<⟨ 1 , 2 ⟩>'],
    ['\\lfloor t\\rfloor', '<⌊ t ⌋>'],
    ['\\set{1,2}', '<{ 1 , 2 }>'],
    ['({1,2})', '<( 1 , 2 )>'],
    ['({1,2},3)', '<( group[1 , 2] , 3 )>'],
    ['\\color{red}[1,2]', '<[ 1 , 2 ]>'],
    ['\\sqrt{\\smash[b]{2}}', 'root[2]'],
  ]);
});

describe('operators and relations', () => {
  table([
    ['2\\cdot3\\times4\\div5', '2 * 3 *:times 4 / 5'],
    ['a\\leqslant b\\ne c', 'a <= b != c'],
    ['a>=b', 'a >= b'],
    ['x:=2', 'x assign 2'],
    ['5!=120', '5 ! = 120'],
    ['x != 4', 'x != 4'],
    ['7!!', '7 !!'],
    ['x\\not=1', 'x != 1'],
    ['x\\not\\in A', 'x notin A'],
    ['a\\equiv1\\pmod{6}', 'a equiv 1 <( mod 6 )>'],
    ['a\\bmod6', 'a mod 6'],
    ['a&lt;b', 'a < b'],
    ['y&=2', 'y = 2'],
    ['35%', '35 %'],
    ['35\\%', '35 %'],
    ['\\mathbb{R}\\setminus\\{0\\}', 'Reals setminus <{ 0 }>'],
    ['\\R^+', 'Reals sup[+]'],
    ['\\varnothing', 'EmptySet'],
    ['−∞≤x', '- Infinity <= x'],
    ['\\sum_{k=1}^{n}k', 'sum sub[k = 1]sup[n] k'],
    ['\\lim\\limits_{x\\to0}x', 'limit sub[x to 0] x'],
  ]);
});

describe('letters and words', () => {
  table([
    ['\\sin x', 'sin x'],
    ['sin(x)', 'sin <( x )>'],
    ['sinx', 'sin x'],
    ['2pi', '2 pi'],
    ['abc', 'a b c'],
    ['\\varphi', 'phi'],
    ['\\tg x', 'tan x'],
    ['\\operatorname{lcm}(4,6)', 'lcm <( 4 , 6 )>'],
    ['\\operatorname{foo}(t)', 'foo <( t )>'],
    ['\\text{lcm}(4,6)', 'lcm <( 4 , 6 )>'],
    ['{\\rm gcd}(4,6)', 'gcd <( 4 , 6 )>'],
    ['9\\text{ min}', '9 "min"'],
    ['9 cm', '9 "cm"'],
    ['9\\mathrm{~cm}^2', '9 "cm" sup[2]'],
    ['\\mathrm{m/s}', 'm:upright / s:upright'],
    ['\\mathbf{v}', 'v:bold'],
    ['\\mathrm{Li}_2(x)', 'Li sub[2] <( x )>'],
    ['9\\rm{cm}', '9 "cm"'],
    ['\\text{\\frac{1}{2}}', 'frac[1 / 2]'],
    ['\\mathrm{d}x', 'd:upright x'],
    ['\\triangle\\mathrm{PQR}', 'triangle P:upright Q:upright R:upright'],
    ['t=1 or t=4', 't = 1 "or" t = 4'],
    ['t=1 \\text{ or } t=4', 't = 1 "or" t = 4'],
    ['\\text{even if $n>1$ holds}', '"even if" n > 1 "holds"'],
    ['\\text{17}', '17'],
    ['\\text{17 kg}', '17 "kg"'],
    ['\\text{(B)}', '"(B)"'],
    ["\\text{caf\\'e}", '"café"'],
    ['x=3或x=5', 'x = 3 "或" x = 5'],
    ['No real roots exist', '"No real roots exist"'],
    ['\\$4', '"$" 4'],
    ['€4', '"€" 4'],
    ['\\pi r^2', 'pi r sup[2]'],
    ['\\pir^2', 'pi r sup[2]'],
    ['a=1,\\quadb=2', 'a = 1 , _ b = 2'],
  ]);
});

describe('grids', () => {
  table([
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', 'matrix([1 & 2 ; 3 & 4]'],
    ['\\left[\\begin{array}{c|c}1&2\\\\[2ex]3&4\\end{array}\\right]', 'matrix[[1 & 2 ; 3 & 4]'],
    ['\\begin{vmatrix}1\\end{vmatrix}', 'matrix|[1]'],
    ['\\begin{bmatrix}1\\\\ [2]\\end{bmatrix}', 'matrix[[1 ; <[ 2 ]>]'],
    ['\\begin{cases}1&t<0\\\\2&\\text{otherwise}\\end{cases}', 'cases{[1 & t < 0 ; 2 & "otherwise"]'],
    ['\\left\\{\\begin{array}{l}a=1\\\\b=2\\end{array}\\right.', 'cases{[a = 1 ; b = 2]'],
    ['\\begin{array}{rcl}a&=&1\\\\b&=&2\\end{array}', 'lines[a = 1 ; b = 2]'],
    ['\\begin{cases}a&=1\\\\b&=2\\end{cases}', 'cases{[a = 1 ; b = 2]'],
    ['\\left.\\begin{matrix}a=1\\\\b=2\\end{matrix}\\right\\}', 'cases{[a = 1 ; b = 2]'],
    ['\\begin{matrix}1&2\\end{matrix}', 'matrix[1 & 2]'],
    ['\\begin{align*}a&=1\\\\b&=2\\end{align*}', 'lines[a = 1 ; b = 2]'],
    ['a=1\\\\b=2', 'lines[a = 1 ; b = 2]'],
    ['\\begin{equation}a=1\\end{equation}', 'a = 1'],
    ['A=\\begin{pmatrix}1\\\\2\\end{pmatrix}^T', 'A = matrix([1 ; 2] sup[T]'],
  ]);
});

describe('marks over letters', () => {
  table([
    ['\\overline{AB}', 'overline[A B]'],
    ['\\vec{a}\\cdot\\hat b', 'vec[a] * hat[b]'],
    ['\\overset{\\frown}{PQ}', 'frown[P Q]'],
    ['\\overset{\\to}{a}', 'overrightarrow[a]'],
    ['\\stackrel{?}{=}', 'parse-error 10-11'],
    ['\\overset{n}{x}', 'unsupported 0-14'],
  ]);
});

describe('wrappers, layout and repairs', () => {
  table([
    ['$x+1$', 'x + 1'],
    ['$$x+1$$', 'x + 1'],
    ['\\(x+1\\)', 'x + 1'],
    ['\\[x+1\\]', 'x + 1'],
    ['$a=1$ and $b=2$', 'a = 1 "and" b = 2'],
    ['$a=1$ $b=2$', 'a = 1 _ b = 2'],
    ['a=1 \\quad b=2', 'a = 1 _ b = 2'],
    ['$5 and $10', '"$" 5 "and" "$" 10'],
    ['\\boxed{x}', 'x'],
    ['\\therefore x=1', 'x = 1'],
    ['x=1 \\therefore y=2', 'x = 1 implies y = 2'],
    ['\\bullet x', 'x'],
    ['\\Rightarrow x=1', 'x = 1'],
    ['x=1 \\implies y=2', 'x = 1 implies y = 2'],
    ['x\\bullet y', 'x * y'],
    ['\\displaystyle\\frac12', 'frac[1 / 2]'],
    ['\\textcolor{red}{4}', '4'],
    ['\\frac{1}{3', 'frac[1 / 3]'],
    ['x}', 'x'],
    ['\\begin{pmatrix}1', 'matrix([1]'],
    ['\\\\frac{1}{4}', 'frac[1 / 4]'],
    ['\\\\{1, 2\\\\}', '<{ 1 , 2 }>'],
    ['\\\\$4', '"$" 4'],
    ['25\\\\%', '25 %'],
    ['\f' + 'rac{1}{4}', 'frac[1 / 4]'],
    ['2\t' + 'imes3', '2 *:times 3'],
    ['4\\', '4'],
    ['x\u200b+\u00a01', 'x + 1'],
  ]);
});

describe('refused', () => {
  test.each([
    ['\\cancel{2}x', 'parse-error 0-7'],
    ['x+\\phantom{1}', 'parse-error 2-10'],
    ['\\textcolor{white}{3}', 'parse-error 0-17'],
    ['\\def\\a{1}\\a', 'parse-error 0-4'],
    ['\\href{u}{3}', 'parse-error 0-5'],
    ['\\includegraphics{a}', 'parse-error 0-16'],
    ['\\underbrace{1+1}_{2}', 'unsupported 0-11'],
    ['\\nosuch', 'parse-error 0-7'],
    ['\\begin{nosuch}1\\end{nosuch}', 'unsupported 0-14'],
    ['x^2^3', 'parse-error 3-4'],
    ['90^', 'parse-error 2-3'],
    ['\\frac{1}', 'parse-error 8-8'],
    ['x ✓', 'parse-error 2-3'],
    ['\u{f0001}', 'parse-error 0-2'],
    ['1.5e99999', 'unsupported 3-9'],
  ])('%s', (source, failure) => {
    expect(lexed(source)).toBe(failure);
  });
});

describe('repairing string escapes', () => {
  test.each([
    ['\\\\frac{1}{2}', '\\frac{1}{2}'],
    ['[\f' + 'rac{1}{2}, 3)', '[\\frac{1}{2}, 3)'],
    ['2\t' + 'imes 3\n', '2\\times 3\n'],
    ['a \\\\ b', 'a \\\\ b'],
    ['1 \\\\ \\frac{1}{2}', '1 \\\\ \\frac{1}{2}'],
    ['x\tan', 'x\tan'],
  ])('%j', (source, repaired) => {
    expect(repairEscapes(source)).toBe(repaired);
  });
});

describe('backslashes doubled before single commands', () => {
  test.each([
    ['\\\\dfrac{1}{2}+\\frac{1}{3}', '\\dfrac{1}{2}+\\frac{1}{3}'],
    ['\\sqrt{2}+\\\\sqrt{3}', '\\sqrt{2}+\\sqrt{3}'],
    ['x=1\\\\y=2', 'x=1\\\\y=2'],
    ['\\begin{matrix}1\\\\\\frac{1}{2}\\end{matrix}', '\\begin{matrix}1\\\\\\frac{1}{2}\\end{matrix}'],
  ])('%s is %s', (source, wanted) => {
    expect(repairEscapes(source)).toBe(wanted);
  });
});
