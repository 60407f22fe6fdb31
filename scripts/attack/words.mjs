// Golds that are said in words or units: quantities, money, times, dates, ratios, bases, options, text.

const units = [
  ['cm', 'm', 'mm', 'km', 'kg', 's', 'cm^2', 'inches', 'cm/s'],
  ['kg', 'g', 'mg', 'tons', 'm', 'kg^2', 'N', 'lb'],
  ['s', 'ms', 'min', 'h', 'days', 'm', 's^2'],
  ['m/s', 'km/h', 'm/s^2', 'm', 's/m', 'cm/s', 'mph'],
  ['m^2', 'm', 'm^3', 'cm^2', 'km^2', 'acres'],
  ['J', 'kJ', 'W', 'N', 'eV', 'cal'],
];

function quantity(r) {
  const [unit, ...others] = r.pick(units);
  const n = r.int(2, 99);
  const text = (u) => r.pick([`\\text{ ${u}}`, ` ${u}`, `\\,\\mathrm{${u}}`]);
  const wrong = r.pick([
    () => `${n}${text(r.pick(others))}`,
    () => `${n + 1}${text(unit)}`,
    () => `${n * 10}${text(unit)}`,
    () => `${n}${text(unit)} \\text{ to } ${n + 1}${text(unit)}`,
    () => `${n}\\%`,
    () => `${n}^\\circ`,
    () => `\\$${n}`,
    () => `${n}${text(unit)}${text(unit)}`,
    () => `${n}/${text(unit)}`,
    () => `${n}${text(`not ${unit}`)}`,
    () => `1/${n}${text(unit)}`,
  ])();
  return { gold: `${n}\\text{ ${unit}}`, wrong };
}

function money(r) {
  const [dollars, cents] = [r.int(2, 90), r.int(10, 98)];
  const wrong = r.pick([
    `\\$${dollars}.${cents + 1}`,
    `${dollars}.${cents} \\text{ cents}`,
    `€${dollars}.${cents}`,
    `${dollars}.${cents}\\%`,
    `\\$${dollars},${cents}0`,
    `${dollars}${cents} \\text{ dollars}`,
    `-\\$${dollars}.${cents}`,
    `\\$${cents}.${dollars}`,
    `\\$${dollars}`,
    `${dollars} \\text{ dollars and } ${cents + 1} \\text{ cents}`,
    `£${dollars}.${cents}`,
  ]);
  return dollars === cents ? null : { gold: `\\$${dollars}.${cents}`, wrong, traits: ['decimal'] };
}

const two = (n) => `${n}`.padStart(2, '0');

function time(r) {
  const [h, m] = [r.int(1, 11), r.int(1, 58)];
  const wrong = r.pick([
    `${h}:${two(m)} \\text{ p.m.}`,
    `${h}:${two(m + 1)} \\text{ a.m.}`,
    `${h + 12}:${two(m)}`,
    `${two(m % 12)}:${two(h)} \\text{ p.m.}`,
    `${h}.${two(m)}`,
    `\\frac{${h}}{${m}}`,
    `${h} \\text{ hours } ${m} \\text{ seconds}`,
    `${h}:${two(m)} \\text{ p.m. tomorrow}`,
    `\\text{before } ${h}:${two(m)} \\text{ a.m.}`,
  ]);
  return { gold: `${h}:${two(m)} \\text{ a.m.}`, wrong, traits: ['words'] };
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function date(r) {
  const [month, day, year] = [r.int(0, 11), r.int(13, 27), r.int(1900, 2030)];
  const other = months[(month + r.int(1, 11)) % 12];
  const wrong = r.pick([
    `\\text{${months[month]} ${day + 1}, ${year}}`,
    `\\text{${other} ${day}, ${year}}`,
    `\\text{${day} ${months[month]} ${year + 1}}`,
    `${year}-${two(((month + 1) % 12) + 1)}-${day}`,
    `\\text{${months[month]} ${day - 1} or ${day}, ${year}}`,
    `\\text{not ${months[month]} ${day}, ${year}}`,
    `${month + 1}/${day}/${year - 1}`,
    `${month + 1}+${day}+${year}`,
  ]);
  return { gold: `\\text{${months[month]} ${day}, ${year}}`, wrong, traits: ['words'] };
}

function weekday(r) {
  const at = r.int(0, 6);
  const other = days[(at + r.int(1, 6)) % 7];
  const wrong = r.pick([
    other,
    `\\text{${other}}`,
    `\\text{not ${days[at]}}`,
    `\\text{${days[at]} or ${other}}`,
    `\\text{the day after ${days[at]}}`,
    `\\text{either ${days[at]} or ${other}}`,
    `\\text{any day}`,
    `\\text{${other}, not ${days[at]}}`,
    `\\text{${days[at]}?}\\ \\text{No, ${other}}`,
    days.join(', '),
  ]);
  return { gold: `\\text{${days[at]}}`, wrong, traits: ['words'] };
}

function ratio(r) {
  const [a, b] = [r.int(1, 9), r.int(10, 19)];
  const wrong = r.pick([
    `${b}:${a}`,
    `${a}:${b + 1}`,
    `${a}:${b}:1`,
    `${2 * a}:${b}`,
    `\\frac{${b}}{${a}}`,
    `${a}.${b}`,
    `${a},${b}`,
    `(${a}, ${b})`,
    `${a}:${b} \\text{ or } ${b}:${a}`,
    `-${a}:${b}`,
    `${a + b}`,
  ]);
  return { gold: `${a}:${b}`, wrong };
}

function base(r) {
  const value = r.int(10, 900);
  const radix = r.pick([2, 3, 5, 7, 8]);
  const digits = value.toString(radix);
  const other = (value + r.int(1, 9)).toString(radix);
  const wrong = r.pick([
    `${other}_{${radix}}`,
    `${digits}_{${radix + 1}}`,
    `${digits}_{10}`,
    `${digits}_{${radix}}+1`,
    `${value + 1}`,
    `${digits}^{${radix}}`,
    `${digits}_{${radix}} \\text{ or } ${other}_{${radix}}`,
  ]);
  return { gold: `${digits}_{${radix}}`, wrong };
}

const letters = 'ABCDE';

function choice(r) {
  const at = r.int(0, 4);
  const [right, other, third] = [letters[at], letters[(at + 1) % 5], letters[(at + 3) % 5]];
  const wrong = r.pick([
    other,
    `(${other})`,
    `\\text{${other}}`,
    `\\textbf{(${other})}`,
    `${right}, ${other}`,
    `${right} \\text{ or } ${other}`,
    `${right}${other}`,
    `${right}/${other}`,
    `\\text{not } ${right}`,
    `\\text{either ${right} or ${third}}`,
    `\\text{Option ${other}, since ${right} is wrong}`,
    `\\text{all except } ${right}`,
    letters.split('').join(', '),
    `\\text{both ${right} and ${other}}`,
    `${right} = ${other}`,
  ]);
  return {
    gold: r.pick([right, `(${right})`, `\\text{${right}}`]),
    wrong,
    traits: ['absorbs', 'letter', 'words'],
  };
}

const phrases = [
  'blue whale',
  'Paris',
  'isosceles triangle',
  'Alice',
  'odd',
  'parallel',
  'ellipse',
  'the third child',
];

function text(r) {
  const gold = r.pick(phrases);
  const other = r.pick(phrases.filter((phrase) => phrase !== gold));
  const wrong = r.pick([
    other,
    `\\text{${other}}`,
    `\\text{not ${gold}}`,
    `\\text{${gold} or ${other}}`,
    `\\text{${gold} and ${other}}`,
    `\\text{neither ${gold} nor ${other}}`,
    `\\text{${other} (not ${gold})}`,
    `\\text{anything but ${gold}}`,
    `\\text{I do not know}`,
    `\\text{maybe ${gold}, maybe ${other}}`,
    `\\text{non-${gold}}`,
  ]);
  return { gold: `\\text{${gold}}`, wrong, traits: ['words'] };
}

function truth(r) {
  const [right, other] = r.pick([
    ['Yes', 'No'],
    ['No', 'Yes'],
    ['True', 'False'],
    ['False', 'True'],
  ]);
  const wrong = r.pick([
    other,
    `\\text{${other}}`,
    `\\text{not ${right.toLowerCase()}}`,
    `\\text{${right} and ${other.toLowerCase()}}`,
    `\\text{${right} or ${other.toLowerCase()}}`,
    `\\text{${other}, not ${right.toLowerCase()}}`,
    `\\text{maybe}`,
    `\\text{sometimes ${right.toLowerCase()}}`,
    '1',
    `\\neg\\text{${right}}`,
  ]);
  return { gold: `\\text{${right}}`, wrong, traits: ['truth', 'words'] };
}

export const wordAttacks = [
  { name: 'quantity', make: quantity },
  { name: 'money', make: money },
  { name: 'time', make: time },
  { name: 'date', make: date },
  { name: 'weekday', make: weekday },
  { name: 'ratio', make: ratio },
  { name: 'base', make: base },
  { name: 'choice', make: choice },
  { name: 'text', make: text },
  { name: 'truth', make: truth },
];
