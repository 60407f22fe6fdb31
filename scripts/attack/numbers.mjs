// Numbers to attack: a gold of known value, and a wrong answer whose value is known to be another one.
import { evaluate, fraction, negative, plus, polynomialAt, power, same, times } from './exact.mjs';

const minus = (text) => (text.startsWith('-') ? `-(${text})` : `-${text}`);

/** A fraction in one of many notations, or null where the notation cannot say it. */
const spellings = [
  ({ num, den }) => (den === 1n ? `${num}` : `\\frac{${num}}{${den}}`),
  ({ num, den }) => `${num}/${den}`,
  ({ num, den }) => `\\dfrac{${2n * num}}{${2n * den}}`,
  ({ num, den }) => (num > den && den > 1n ? `${num / den}\\frac{${num % den}}{${den}}` : null),
  (value) => decimal(value),
  (value) => percent(value),
  ({ num, den }) => (den === 1n && num > 0n ? `\\sqrt{${num * num}}` : null),
  ({ num, den }) => `${minus(`${-num}`)}/${den}`,
  ({ num, den }) => (den === 1n ? `${num - 1n}+1` : `\\frac{${num - den}}{${den}}+1`),
  ({ num, den }) => (den === 1n && num >= 1000n ? grouped(num, ',') : null),
  ({ num, den }) => (den === 1n && num >= 1000n ? grouped(num, '\\,') : null),
  ({ num, den }) => (den === 1n ? `${num}.0` : null),
  ({ num, den }) =>
    den === 1n && num >= 0n ? [...`${num}`].map((d) => '０１２３４５６７８９'[d]).join('') : null,
  ({ num, den }) => (den === 1n && num > 0n ? `${num.toString(2)}_2` : null),
  (value) => scientific(value),
  ({ num, den }) => (den === 1n && num > 0n ? `\\log_{2}(2^{${num}})` : null),
  ({ num, den }) => `\\left(\\frac{${den}}{${num}}\\right)^{-1}`,
  ({ num, den }) => (num === 0n ? null : `${num}\\cdot ${den}^{-1}`),
];

function decimal({ num, den }) {
  for (let places = 0; places <= 12; places += 1) {
    const scaled = num * 10n ** BigInt(places);
    if (scaled % den !== 0n) continue;
    const digits = `${scaled < 0n ? -scaled / den : scaled / den}`.padStart(places + 1, '0');
    const cut = digits.length - places;
    return `${num < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
  }
  return null;
}

function percent(value) {
  const text = decimal(times(value, fraction(100n)));
  return text === null ? null : `${text}\\%`;
}

function scientific(value) {
  const text = decimal(times(value, fraction(1000n)));
  return text === null ? null : `${text}\\times 10^{-3}`;
}

function grouped(num, mark) {
  return `${num}`.replaceAll(/\B(?=(\d{3})+$)/g, mark);
}

/** Two values that a policy takes for each other: p and p %, or a decimal and what rounds to it. */
const policyMaySay = (gold, wrong) =>
  same(times(gold, fraction(100n)), wrong) || same(gold, times(wrong, fraction(100n)));

/** Changes of a value that an answer may hide: a digit, a sign, a factor, the reciprocal, a tiny part. */
function changed(value, r) {
  const { num, den } = value;
  return r.pick([
    () => plus(value, fraction(r.pick([1n, -1n, 2n, -10n, 100n]))),
    () => plus(value, fraction(r.pick([1n, -1n]), BigInt(r.int(2, 30)))),
    () => plus(value, fraction(1n, 10n ** BigInt(r.int(1, 11)))),
    () => negative(value),
    () => (num === 0n ? null : fraction(den, num)),
    () => times(value, fraction(10n ** BigInt(r.int(1, 6)))),
    () => times(value, fraction(1n, 10n ** BigInt(r.int(1, 6)))),
    () => power(value, 2n),
    () => fraction(BigInt([...`${num}`].reverse().join('').replace('-', '') || '1'), den),
    () => fraction(num, den + 1n),
  ])();
}

function someValue(r) {
  return r.pick([
    () => fraction(BigInt(r.int(-200, 2000))),
    () => fraction(BigInt(r.int(1, 99)), BigInt(r.int(2, 99))),
    () => fraction(BigInt(r.int(1, 9999)), 10n ** BigInt(r.int(1, 2))),
    () => fraction(BigInt(r.int(1, 9)) * 10n ** BigInt(r.int(3, 30))),
    () => fraction(2n ** BigInt(r.int(20, 90)) + 1n),
  ])();
}

/** A number against another number, each in a notation of its own. */
function number(r) {
  const gold = someValue(r);
  const wrong = changed(gold, r);
  if (wrong === null || same(gold, wrong) || policyMaySay(gold, wrong)) return null;
  const goldText = spellings[r.int(0, 1)](gold);
  const text = r.pick(spellings)(wrong);
  const traits = same(wrong, fraction(1n)) ? ['arithmetic', 'shifted'] : ['arithmetic'];
  return text === null ? null : { gold: goldText, wrong: text, traits };
}

/** Separators: 1.000 is one and 1,000 a thousand; digits of 1,5 or 1 5 are not 15. */
function separators(r) {
  const digits = `${r.int(1, 9)}${r.int(100, 999)}`;
  const [head, tail] = [digits.slice(0, 1), digits.slice(1)];
  const wrong = r.pick([
    `${head} ${tail}0`,
    `${head},${tail}0`,
    `${head}.${tail}`,
    `${head};${tail}`,
    `${head}/${tail}`,
    `${head}:${tail}`,
    `${head}e${tail}`,
    `${head}^{${tail}}+1`,
    `${head}_{${tail}}`,
    `${head}\\cdot ${tail}`,
    `${head},${tail.slice(0, 2)},${tail.slice(2)}`,
  ]);
  return { gold: digits, wrong };
}

const ARITHMETIC = [
  '0',
  '1',
  '2',
  '3',
  '7',
  '10',
  '+',
  '-',
  '*',
  '/',
  '^',
  '(',
  ')',
  '.',
  ' ',
  '\\frac{',
  '}{',
  '}',
  '^{',
];

/** Arithmetic mutated token by token; kept where the reader of exact.mjs gives it another value than the gold's. */
function mutated(r) {
  const gold = BigInt(r.int(0, 60));
  const tokens = r.list(1, 6, () => r.pick(ARITHMETIC));
  const base = r.pick([`${gold}`, `${gold}*1`, `(${gold}+0)`, `\\frac{${gold}}{1}`, `${gold - 1n}+1`]);
  const at = r.int(0, base.length);
  const text = base.slice(0, at) + tokens.join('') + base.slice(at + r.int(0, 2));
  const value = evaluate(text);
  if (value === null || same(value, fraction(gold)) || policyMaySay(fraction(gold), value)) return null;
  return { gold: `${gold}`, wrong: text, traits: ['arithmetic'] };
}

const nonZero = [
  '10^{-30}',
  '\\frac{1}{100!}',
  'e^{-200}',
  '2^{-1000}',
  '\\frac{1}{10^{400}}',
  '0.000000000000000000000000000001',
  '1',
  'i',
  '\\pi-3.14159265358979323846',
  '\\sqrt{2}-1.41421356237309504880',
  'e-2.718281828459045235360',
  '\\frac{\\pi-\\frac{355}{113}}{10^{20}}',
  '\\sin(10^{-20})',
  '\\ln(1+10^{-25})',
  '(0.999999999999999999999999-1)',
  '\\cos(0)',
  '\\int_0^1 x\\,dx',
  '\\sum_{k=1}^{5} \\frac{1}{10^{k}}',
  '0!',
  '\\lfloor 1.5 \\rfloor',
  '|-1|^{7}',
  '\\gcd(4,6)',
  '\\binom{9}{9}',
  '\\log_{10} 1000',
  '\\arctan(1)',
  '\\lim_{n\\to\\infty} \\frac{n}{n+1}',
];
const exactGolds = [
  '0',
  '1',
  '12',
  '-\\frac{5}{6}',
  '\\sqrt{7}',
  '2\\sqrt{3}',
  '3\\pi',
  '\\frac{\\pi^2}{6}',
  'e^2',
  '\\ln 2',
  '1+\\sqrt{2}',
  '\\sqrt[3]{5}',
  '\\frac{1+\\sqrt{5}}{2}',
  '\\cos\\frac{\\pi}{7}',
  '\\arctan 2',
  '2^{100}',
  '100!',
  '10^{50}',
  '3+4i',
  '\\sqrt{2}+\\sqrt{3}',
  '\\log_2 3',
  '\\frac{e}{\\pi}',
  '\\sin 1',
  '\\binom{40}{20}',
  '\\frac{22}{7}',
  '0.5',
  '7^{77}',
];

/** An exact gold plus something that is not zero, and the gold times something that is not one. */
function shifted(r) {
  const gold = r.pick(exactGolds);
  const small = r.pick(nonZero);
  const wrong = r.pick([
    () => `${gold}+${small}`,
    () => `${gold}-(${small})`,
    () => `(${small})+${gold}`,
    () => (gold === '0' ? null : `(${gold})\\cdot(1+${small})`),
    () => `\\frac{${gold}+${small}}{1}`,
    () => `\\left(${gold}+${small}\\right)^{1}`,
  ])();
  return wrong === null ? null : { gold, wrong, traits: gold === '0' ? ['shifted', 'zero'] : ['shifted'] };
}

/** A polynomial against one with a changed coefficient, both written in several ways. */
function polynomial(r) {
  const gold = r.list(2, 5, () => r.int(-9, 9));
  const wrong = [...gold];
  wrong[r.int(0, gold.length - 1)] += r.pick([1, -1, 2, 10]);
  const at = fraction(BigInt(r.int(11, 99)), 7n);
  if (same(polynomialAt(gold, at), polynomialAt(wrong, at))) return null;
  const written = (c) =>
    c
      .map((a, k) => `${a < 0 ? `(${a})` : a}x^{${k}}`)
      .reverse()
      .join('+');
  const nested = (c) => c.reduceRight((inner, a) => (inner === '' ? `${a}` : `(${inner})x+(${a})`), '');
  const around = r.pick([
    (t) => t,
    (t) => `\\frac{(x-1)(${t})}{x-1}`,
    (t) => `\\sin(${t})`,
    (t) => `e^{${t}}`,
    (t) => `\\sqrt{${t}}`,
  ]);
  const rest = r.pick(['', '+\\sin x', '+\\ln x', '-y']);
  const traits = gold.includes(0) ? ['zero'] : [];
  return { gold: `${around(written(gold))}${rest}`, wrong: `${around(nested(wrong))}${rest}`, traits };
}

/** A decimal gold of three digits or more takes what rounds to it: an answer two units of its last place away does not. */
function decimalGold(r) {
  const places = r.int(1, 6);
  const units = 10n * BigInt(r.int(11, 9999)) + BigInt(r.int(1, 9));
  const gold = decimal(fraction(units, 10n ** BigInt(places)));
  const off = r.pick([2n, -2n, 5n, 11n, -units * 2n, units * 9n]);
  const wrong = fraction(units + off, 10n ** BigInt(places));
  const text = r.pick(spellings)(wrong);
  const percentOf = policyMaySay(fraction(units, 10n ** BigInt(places)), wrong);
  return text === null || gold === null || percentOf ? null : { gold, wrong: text, traits: ['decimal'] };
}

export const numberAttacks = [
  { name: 'number', make: number },
  { name: 'separators', make: separators },
  { name: 'mutated', make: mutated },
  { name: 'shifted', make: shifted },
  { name: 'polynomial', make: polynomial },
  { name: 'decimal', make: decimalGold },
];
