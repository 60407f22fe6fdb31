/** Text that attacks a verifier's time, memory or depth; each is the inside of a box, wrong for its gold. */

const rep = (text: string, times: number): string => text.repeat(times);

const seq = (count: number, item: (index: number) => string | number, between = ''): string =>
  Array.from({ length: count }, (_, index) => item(index)).join(between);

const nest = (open: string, close: string, core: string, depth: number): string =>
  rep(open, depth) + core + rep(close, depth);

const tower = (base: string, height: number): string =>
  height === 0 ? base : `${base}^{${tower(base, height - 1)}}`;

const PRIMES: readonly number[] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
const ORDERS: readonly number[] = [7, 9, 11, 13, 17, 19, 23, 25, 27, 29, 31, 37, 41, 43];

/** What the bomb is, the gold it is held against, the boxed text. */
export type Bomb = readonly [name: string, gold: string, given: string];

/** Bombs by the steps one verdict about them may take, extraction and both parses included. */
export const BOMBS: readonly (readonly [steps: number, bombs: readonly Bomb[]])[] = [
  [
    1000,
    [
      ['towers a unit apart', tower('3', 5), `${tower('3', 5)}+1`],
      ['quotient of huge factorials', '100001', '\\frac{1000001!}{1000000!}'],
      ['huge exponent of a sum', '1', '(1+x)^{999999999}'],
      ['huge exponent of e', '1', 'e^{10^{400}}'],
      ['difference of exponentials', '0', 'e^{10^{12}}-e^{10^{12}+1}'],
      ['tiny decimal', '0', '1e-999999999'],
      ['huge decimal', '1', '1e999999999'],
      ['tiny difference', '1', '1+10^{-100000}'],
      ['roots of roots', '1', '\\sqrt[7]{\\sqrt[11]{\\sqrt[13]{17}+1}+1}-\\sqrt[17]{19}'],
      ['power of a sum of letters', '0', '(a+b+c+d+f+g+h+j+k+l)^{50}'],
      ['power of a sum, both sides', '(a+b+c+d+f)^{50}', '(f+d+c+b+a)^{50}+1'],
      ['nested powers of sums', '0', '(((1+x)^{30}+y)^{30}+z)^{30}'],
      [
        'rational function of high degree',
        'x',
        `\\frac{x^{997}-1}{x^{991}-y^{983}}+\\frac{y^{977}}{x^{971}-1}`,
      ],
      ['matrix power', '0', '\\begin{pmatrix}1&1\\\\1&0\\end{pmatrix}^{10^{18}}'],
      ['binomial of huge numbers', '0', '\\binom{10^{30}}{5\\cdot10^{29}}'],
      ['Gamma of a huge number', '0', '\\Gamma(10^{40}+\\frac13)'],
      ['sum of a million terms', '0', '\\sum_{k=1}^{10^{6}}\\frac{1}{k^{3}+1}'],
      ['sum of huge degree', '0', '\\sum_{k=1}^{n}k^{500}'],
      ['product over a huge range', '0', '\\prod_{k=1}^{10^{9}}(k^2+x)'],
      ['cosine of a degree', '0', '\\cos(1^\\circ)\\cos(2^\\circ)\\cos(4^\\circ)-\\sin(7^\\circ)'],
      ['powers of sine', '0', '(\\sin x+\\cos x)^{60}-(\\sin y)^{80}'],
      ['multiple angle', '0', '\\sin(500x)-\\cos(499x)'],
      ['set-builder of towers', '1', '\\{x\\mid x^{9^{9}}>9^{9^{9}}\\}'],
      ['integral of a tower', '0', '\\int_0^1 x^{x^{x^{x}}}dx'],
      ['units to huge powers', '1', '5\\text{ m}^{10^{9}}'],
      ['base ten million', '1', '12345_{10000000}'],
      ['macros', '1', '\\def\\a{\\a\\a}\\a'],
    ],
  ],
  [
    5000,
    [
      ['tower of x', '7', tower('x', 60)],
      ['tower of fractions', '7', tower('\\frac{1}{9}', 12)],
      ['factorial of a tower', '6', '(9^{9^{9}})!'],
      ['nested radicals', '3', nest('\\sqrt{2+', '}', '2', 60)],
      ['nested cube roots', '3', nest('\\sqrt[3]{x+', '}', 'x', 40)],
      ['nested radicals in x', '3', nest('\\sqrt{1+x', '}', 'x', 40)],
      [
        'sum of square roots',
        seq(12, (i) => `\\sqrt{${PRIMES[i]}}`, '+'),
        seq(12, (i) => `\\sqrt{${PRIMES[i]}}`, '+') + '+10^{-60}',
      ],
      ['product of conjugate surds', '1', seq(10, (i) => `(\\sqrt{${i + 2}}+\\sqrt{${i + 3}})`)],
      ['product of sums of new letters', '0', seq(24, (i) => `(${'abcdefghjklm'[i % 12]}_{${i}}+1)`)],
      ['quotient of Gammas', '0', '\\frac{\\Gamma(x+1000)}{\\Gamma(x)}'],
      ['modulo a huge number', '1', '10^{1000000}\\bmod (10^{999}+7)'],
      ['product of cosines', '0', seq(40, (i) => `\\cos(${i + 1}x)`)],
      ['cyclotomic sum', '0', seq(30, (i) => `\\cos(\\frac{${i + 1}\\pi}{997})`, '+')],
      ['cosines of many orders', '0', seq(14, (i) => `\\cos(\\frac{\\pi}{${ORDERS[i]}})`)],
      ['nested logarithms of a tower', '0', nest('\\ln(', ')', '9^{9^{9}}', 30)],
      ['nested absolute values', '0', nest('|x-', '|', '1', 40)],
      ['sum of absolute values', '0', seq(40, (i) => `|x-${i}|`, '+')],
      ['nested maxima', '0', nest('\\max(x,', ')', 'y', 40)],
      ['nested floors', '0', nest('\\lfloor x+', '\\rfloor', 'y', 60)],
      ['equation of nested radicals', 'x=1', nest('\\sqrt{x+', '}', 'x', 30) + '=0'],
      ['plus-minus many', '1', seq(24, () => '1', '\\pm ')],
      ['nested derivatives', '0', nest('\\frac{d}{dx}(', ')', '\\tan(x^2)', 14)],
      ['surrogates', '1', rep('\ud800', 4000)],
      ['commas', '1', rep(',', 9000)],
      ['degrees', '1', '5' + rep('^\\circ', 300)],
      ['units', '1', '5\\text{ m}' + rep('\\cdot\\text{kg}', 900)],
      ['words', '1', '\\text{' + rep('the answer is ', 600) + '}'],
      ['text in text', '1', nest('\\text{', '}', '5', 1500)],
      ['matrix in a matrix', '1', nest('\\begin{pmatrix}1&', '\\end{pmatrix}', '5', 60)],
      [
        'mixed',
        '0',
        '\\left(\\sum_{k=1}^{50}\\sqrt{k+\\sqrt{k}}\\right)^{20}-\\prod_{k=1}^{30}(\\sin(k^\\circ)+\\ln(k+1))',
      ],
    ],
  ],
  [
    20000,
    [
      ['9,000 digits', '1', rep('7', 9000)],
      ['decimal of 9,000 places', '\\frac{1}{3}', '0.' + rep('3', 9000)],
      [
        'repeating decimal of two long parts',
        '\\pi',
        '0.' + rep('12', 2000) + '\\overline{' + rep('34', 2000) + '}',
      ],
      ['deep left-right', '6', nest('\\left(', '\\right)', '5', 600)],
      ['deep fractions', '6', nest('\\frac{1}{1+', '}', 'x', 300)],
      ['continued fraction', '\\frac{1+\\sqrt5}{2}', nest('1+\\frac{1}{', '}', '1', 150)],
      ['deep square roots', '3', nest('\\sqrt{', '}', '3', 190)],
      ['long sum of fractions', '0', seq(900, (i) => `\\frac{1}{${i + 1}}`, '+')],
      ['sum of fractions with symbols', '0', seq(120, (i) => `\\frac{1}{x+${i}}`, '+')],
      ['alternating products', '0', seq(60, (i) => `(1${i % 2 ? '-' : '+'}x^{${i + 1}})`)],
      [
        'resultant of two polynomials',
        '0',
        '\\det\\begin{pmatrix}' +
          seq(12, (i) => seq(12, (j) => `x_{${(i * j) % 7}}+${i + j}`, '&'), '\\\\') +
          '\\end{pmatrix}',
      ],
      ['sum of huge binomials', '2^{1000}', seq(60, (i) => `\\binom{1000}{${i}}`, '+')],
      ['tower of modular powers', '1', '7^{7^{7^{7}}}\\bmod 1000'],
      ['sum with a symbolic huge range', '0', '\\sum_{k=1}^{n^{100}}k^{20}'],
      ['sine of a huge angle', '0', '\\sin(10^{100000})'],
      ['sine of a tower', '0', '\\sin(9^{9^{9}})'],
      ['tangents of many angles', '0', seq(30, (i) => `\\tan(${i + 1}^{30}x)`, '+')],
      ['nested logarithms', '0', nest('\\ln(1+', ')', 'x', 80)],
      ['nested exponentials and logarithms', '0', nest('e^{\\ln(', ')}', 'x', 90)],
      ['nested sines', '0', nest('\\sin(', ')', 'x', 120)],
      ['maximum of many', '0', '\\max(' + seq(80, (i) => `${i}x+${i * i}`, ',') + ')'],
      ['set of many elements', '1', '\\{' + seq(2400, (i) => i, ',') + '\\}'],
      ['long tuple', '1', '(' + seq(3000, (i) => i, ',') + ')'],
      ['chain of inequalities', 'x>0', seq(400, (i) => `x_{${i}}`, '<')],
      ['polynomial equation of high degree', 'x=1', 'x^{500}+' + seq(60, (i) => `${i}x^{${i}}`, '+') + '=0'],
      ['congruences', 'x=1', seq(60, (i) => `x\\equiv ${i}\\pmod{10^{${i + 50}}}`, ',')],
      ['unicode superscripts', '1', 'x' + rep('²', 4000)],
      ['combining marks', '1', 'x' + rep('\u0301', 9000)],
      ['zero-width characters', '1', rep('\u200b', 9000) + '5'],
      ['fullwidth digits', '1', rep('７', 4000)],
      ['right-to-left marks', '1', rep('\u202e5', 4000)],
      ['mathematical alphabets', '1', rep('𝟗', 4000)],
      ['primes', '1', 'f' + rep("'", 3000) + '(x)'],
      ['ampersands', '1', rep('&', 9000)],
      ['mixed tower, factorial and root', '0', '\\sqrt[9^{9}]{(9^{9})!^{9!}}-\\log_{9^9}((9!)!)'],
      [
        'mixed symbols',
        '0',
        '\\frac{(x^{x^{x}}+y^{y})!}{\\Gamma(\\sin(x^{99})+|y|^{\\pi})}\\cdot\\binom{x^9}{y^9}',
      ],
    ],
  ],
  [
    50000,
    [
      ['product of matrices', '0', rep('\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', 60)],
      ['factorial chain', '6', `3${rep('!', 3000)}`],
      ['9,000 digits over 900', '1', `\\frac{${rep('7', 9000)}}{${rep('3', 900)}}`],
      ['repeating decimal of a long period', '1', '0.' + '\\overline{' + rep('142857', 1400) + '9}'],
      ['deep braces', '6', nest('{', '}', '5', 4000)],
      ['deep parentheses', '6', nest('(', ')', '5', 4000)],
      ['unclosed left x 100000', '6', rep('\\left(', 100000) + '5'],
      ['long sum of terms', '0', seq(1200, (i) => `x_{${i}}`, '+')],
      ['long product of sums', '0', seq(300, (i) => `(x+${i})`)],
      [
        'determinant of 40 x 40 numbers',
        '0',
        '\\det\\begin{pmatrix}' +
          seq(40, (i) => seq(40, (j) => (i * 17 + j * j * 31) % 97, '&'), '\\\\') +
          '\\end{pmatrix}',
      ],
      [
        'matrix of 200 x 200 zeros',
        '0',
        '\\begin{pmatrix}' + seq(40, () => seq(60, () => '0', '&'), '\\\\') + '\\end{pmatrix}',
      ],
      ['wide union', '\\mathbb{R}', seq(400, (i) => `(${i},${i + 2})`, '\\cup ')],
      ['union of surd intervals', '\\mathbb{R}', seq(40, (i) => `(\\sqrt{${i}},\\sqrt{${i + 9}})`, '\\cup ')],
      ['many cases', 'x', '\\begin{cases}' + seq(200, (i) => `x^{${i}}&x>${i}`, '\\\\') + '\\end{cases}'],
      ['system of equations', 'x=1', seq(60, (i) => `x_{${i}}+x_{${i + 1}}=${i}`, ',')],
      ['subscripts of subscripts', '1', nest('x_{', '}', '1', 300)],
      ['plus signs', '1', rep('+', 9000) + '5'],
      ['minus signs', '6', rep('-', 9000) + '5'],
      ['percent signs', '1', '5' + rep('\\%', 3000)],
      ['times', '1', rep('12:30:', 1000) + '00'],
    ],
  ],
  [
    100000,
    [
      ['tower of nines', '7', tower('9', 40)],
      ['nested factorials', '6', nest('(', ')!', '4', 80)],
      ['binomial of symbols and numbers', '0', '\\binom{n}{1000}'],
      [
        'set without a match',
        '\\{' + seq(40, (i) => `\\sin(${i})`, ',') + '\\}',
        '\\{' + seq(40, (i) => `\\cos(${i})`, ',') + '\\}',
      ],
      ['slashes', '1', seq(3000, () => '2', '/')],
      ['bases', '1', rep('z', 4000) + '_{36}'],
      ['money', '1', '\\$' + rep('1,', 3000) + '000'],
    ],
  ],
  [
    210000,
    [
      ['chain of Gamma', '0', nest('\\Gamma(', ')', '5', 60)],
      ['double sum', '0', '\\sum_{i=1}^{60}\\sum_{j=1}^{60}\\sum_{k=1}^{60}\\frac{1}{i+j+k}'],
      [
        'sets of surds',
        '\\{' + seq(60, (i) => `\\sqrt{${i}}+\\sqrt{${i + 1}}`, ',') + '\\}',
        '\\{' + seq(60, (i) => `\\sqrt{${60 - i}}+\\sqrt{${61 - i}}`, ',') + '\\}',
      ],
      [
        'permuted list of intervals',
        seq(250, (i) => `(${2 * i},${2 * i + 1})`, '\\cup '),
        seq(250, (i) => `(${500 - 2 * i},${501 - 2 * i})`, '\\cup '),
      ],
      ['derivative of high order', '0', '\\frac{d^{20}}{dx^{20}}\\sin(x^2)e^{x}'],
      ['limit of a tower', '0', '\\lim_{x\\to0}\\frac{\\tan(\\sin(\\tan x))-\\sin(\\tan(\\sin x))}{x^{11}}'],
      ['unicode fractions', '1', rep('½', 4000)],
      ['carets', '1', seq(190, () => '2', '^')],
    ],
  ],
];
