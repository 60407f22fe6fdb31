// Gold answers to attack, each with answers that are surely wrong: another value, by exact construction.

const sum = (a, b) => `${a}+${b}`;

/** Golds of many kinds. `wrong` holds texts whose value differs from the gold's whatever the notation. */
export const golds = [
  { gold: '42', wrong: ['41', '43', '-42', '420', '4.2', '42.5', '42/2', '42^2', '42!', '24'] },
  { gold: '7', wrong: ['1', '-7', '70', '0.7', '\\frac{1}{7}', '7.5', '\\sqrt{7}', '7i', '7^{-1}', '17'] },
  {
    gold: '\\frac{3}{8}',
    wrong: ['\\frac{8}{3}', '\\frac{3}{7}', '0.38', '0.37', '3.8', '\\frac{38}{100}', '\\frac{-3}{8}'],
  },
  { gold: '2\\pi', wrong: ['6.28', '6.283', '\\pi^2', '\\frac{44}{7}', '2', '\\pi+2', '2\\pi+10^{-30}'] },
  {
    gold: '\\sqrt{3}-\\sqrt{2}',
    wrong: ['0.3178', '\\sqrt{5-2\\sqrt{5}}', '1', '\\sqrt{3}+\\sqrt{2}', '\\sqrt{2}-\\sqrt{3}'],
  },
  { gold: 'x^2-1', wrong: ['x^2+1', '(x-1)^2', 'x^2-1+10^{-40}', '-1', 'x', '1-x^2', 'y^2-1'] },
  { gold: '(3,-2)', wrong: ['(-2,3)', '(3,2)', '\\{3,-2\\}', '3', '(3,-2,0)', '[3,-2]'] },
  { gold: '[1,2]', wrong: ['(1,2)', '[1,2)', '[1,3]', '(1,2]', '\\mathbb{R}', '1\\le x'] },
  { gold: '\\{1,2,3\\}', wrong: ['\\{1,2\\}', '\\{1,2,3,4\\}', '(1,2,3,4)', '\\{1\\}', '6', '\\{1,2,4\\}'] },
  { gold: 'x=3', wrong: ['x=4', 'x\\ne 3', 'x>3', 'x=x', '3=4', 'x', 'x\\in\\mathbb{R}', '-3'] },
  {
    gold: '5\\text{ cm}',
    wrong: ['5\\text{ m}', '5\\text{ mm}', '0.5\\text{ cm}', '5\\text{ kg}', '5\\text{ cm}^2'],
  },
  { gold: '50\\%', wrong: ['5\\%', '0.05', '\\frac{1}{20}', '500', '55\\%', '0.005'] },
  { gold: '0.125', wrong: ['0.124', '\\frac{1}{9}', '0.13', '1.25', '0.1250001', '-0.125'] },
  { gold: '3.14159', wrong: ['3.1416', '3.1415', '3.14', '\\frac{22}{7}', '3'] },
  { gold: 'C', wrong: ['A', 'B', 'D', 'E', 'AC', 'A, C', 'BC'] },
  {
    gold: '\\text{Yes}',
    wrong: ['\\text{No}', '\\text{Yes and no}', '\\text{maybe}', '1', '\\text{not yes}'],
  },
  { gold: '-\\frac{1}{12}', wrong: ['\\frac{1}{12}', '12', '-0.083', '-\\frac{1}{21}', '\\infty'] },
  {
    gold: '\\frac{x^3}{3}+C',
    wrong: ['\\frac{x^3}{3}', 'x^3+C', '\\frac{x^2}{3}+C', 'C', '\\frac{x^3}{3}+Cx'],
  },
  { gold: '1+2i', wrong: ['1-2i', '2+i', '1+2', '3', '-1+2i', '\\sqrt{5}'] },
  {
    gold: '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    wrong: ['\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}', '-2', '(1,2,3,4)'],
  },
];

/** Wrong answers that carry the gold's own text inside: hedges, supersets, negations, hidden and struck-out golds. */
export const cores = [
  ({ wrong }) => wrong,
  ({ gold, wrong }) => `${gold}\\text{ or }${wrong}`,
  ({ gold, wrong }) => `${wrong}\\text{ or }${gold}`,
  ({ gold, wrong }) => `${wrong}, ${gold}`,
  ({ gold, wrong }) => `\\{${gold}, ${wrong}\\}`,
  ({ gold }) => `\\text{not }${gold}`,
  ({ gold }) => `\\neq ${gold}`,
  ({ gold, wrong }) => `\\cancel{${gold}} ${wrong}`,
  ({ gold, wrong }) => `\\phantom{${gold}} ${wrong}`,
  ({ gold, wrong }) => `${wrong} % ${gold}`,
  ({ gold, wrong }) => `${wrong}\\quad(\\text{instead of }${gold})`,
  ({ gold }) => `> ${gold}`,
  ({ gold }) => `\\approx ${sum(gold, '1')}`,
  ({ gold }) => `${gold} \\pm 1`,
  ({ gold }) => sum(gold, '10^{-50}'),
  ({ gold, wrong }) => `${gold} = ${wrong}`,
  ({ gold, wrong }) => `${wrong} \\ne ${gold}`,
  ({ wrong }) => `\\text{the gold answer, not } ${wrong}`,
  ({ wrong }) => `\\frac{${wrong}}{0}`,
  () => '\\text{the correct answer}',
  () => '\\ldots',
  () => '?',
  () => '',
];
