// Structured golds with a wrong answer that keeps most of the structure: one element, end, entry or sign is another.

const numbers = (r, low, high) => {
  const wanted = r.int(low, high);
  const seen = new Set();
  while (seen.size < wanted) seen.add(r.int(-12, 40));
  return [...seen];
};

/** Items with one of them changed, left out or added; never the same collection, whatever the order. */
function otherItems(items, r) {
  const at = r.int(0, items.length - 1);
  const fresh = 50 + r.int(0, 40);
  return r.pick([
    () => items.filter((_, i) => i !== at),
    () => [...items, fresh],
    () => items.map((item, i) => (i === at ? fresh : item)),
    () => items.map((item, i) => (i === at ? `${item}+10^{-20}` : item)),
    () => items.map((item, i) => (i === at ? `${item}\\pm 1` : item)),
    () => [...items, '\\ldots'],
    () => items.map((item) => `(${item})^2+1`),
  ])();
}

const setLike = [
  '\\{*\\}',
  '\\left\\{*\\right\\}',
  '*',
  '(*)',
  '[*]',
  '\\{\\{*\\}\\}',
  '(*,)',
  '|*|',
  '\\{x : x = *\\}',
];
const write = (pattern, items) => pattern.replace('*', items.join(', '));

function set(r) {
  const items = numbers(r, 2, 5);
  return { gold: write('\\{*\\}', items), wrong: write(r.pick(setLike), otherItems(r.shuffle(items), r)) };
}

function tuple(r) {
  const items = numbers(r, 3, 4);
  const gold = write('(*)', items);
  const swapped = [items[1], items[0], ...items.slice(2)];
  const wrong = r.pick([
    () => write('(*)', swapped),
    () => write('\\langle *\\rangle', swapped),
    () => write('\\{*\\}', items),
    () => write('(*)', otherItems(items, r)),
    () => `\\begin{pmatrix}${swapped.join('\\\\')}\\end{pmatrix}`,
    () => write('(*)', [`(${items[0]}, ${items[1]})`, ...items.slice(2)]),
    () => items.join('+'),
  ])();
  return { gold, wrong };
}

function interval(r) {
  const low = r.int(-9, 9);
  const high = low + r.int(2, 9);
  const mid = (low + high) / 2;
  const [a, b] = [r.pick('[('), r.pick('])')];
  const [na, nb] = [a === '[' ? '(' : '[', b === ']' ? ')' : ']'];
  const [l, g] = [a === '[' ? '\\le' : '<', b === ']' ? '\\le' : '<'];
  const [nl, ng] = [a === '[' ? '<' : '\\le', b === ']' ? '<' : '\\le'];
  const wrong = r.pick([
    () => `${na}${low}, ${high}${b}`,
    () => `${a}${low}, ${high}${nb}`,
    () => `${low} ${nl} x ${g} ${high}`,
    () => `x \\in ${a}${low}, ${high}${nb}`,
    () => `${low} ${l} x ${ng} ${high}`,
    () => `${a}${low}, ${high}.001${b}`,
    () => `${a}${low}, ${mid}) \\cup (${mid}, ${high}${b}`,
    () => `${a}${low}, \\infty)`,
    () => `x ${l === '\\le' ? '\\ge' : '>'} ${low}`,
    () => `\\mathbb{R} \\setminus ${a}${low}, ${high}${b}`,
    () => `${a}${low}, ${high}${b} \\setminus \\{${mid}\\}`,
    () => `${a}${low}, ${high}${b} \\cup \\{${high + 3}\\}`,
    () => `${a}${low}, ${high}${b} \\cap \\mathbb{Z}`,
    () => `\\{x \\in \\mathbb{Q} : ${low} ${l} x ${g} ${high}\\}`,
    () => `\\{${low}, \\ldots, ${high}\\}`,
    () => `${-high} ${l} x ${g} ${-low} + 1`,
    () => `|x - ${mid}| ${nl} ${(high - low) / 2} + 10^{-9}`,
  ])();
  return {
    gold: r.pick([`${a}${low}, ${high}${b}`, `${low} ${l} x ${g} ${high}`]),
    wrong,
    traits: ['statement', 'region'],
  };
}

function inequality(r) {
  const n = r.int(-20, 20);
  const sign = r.pick(['<', '>', '\\le', '\\ge']);
  const others = ['<', '>', '\\le', '\\ge', '=', '\\ne', '\\approx'].filter((other) => other !== sign);
  const flipped = { '<': '>', '>': '<', '\\le': '\\ge', '\\ge': '\\le' };
  const wrong = r.pick([
    () => `x ${r.pick(others)} ${n}`,
    () => `${n} ${sign} x`,
    () => `x ${sign} ${n + r.pick([1, -1])}`,
    () => `-x ${sign} ${-n}`,
    () => `${n} ${r.pick(others.filter((other) => other !== flipped[sign]))} x`,
    () => `x ${sign} ${n} \\text{ or } x ${flipped[sign]} ${n}`,
    () => `x ${sign} ${n} \\text{ and } x \\ne ${n + (sign === '<' || sign === '\\le' ? -1 : 1)}`,
    () => `2x ${sign} ${n + n + 1}`,
    () => `x^2 ${sign} ${n * n}+1`,
  ])();
  return { gold: `x ${sign} ${n}`, wrong, traits: ['statement', 'region'] };
}

function equation(r) {
  const [a, b, c] = [r.int(1, 9), r.pick([-7, -3, 2, 5, 8]), r.int(1, 30)];
  const wrong = r.pick([
    () => `y = ${-a}x + ${c}`,
    () => `y = ${a}x + ${c + 1}`,
    () => `x = ${a}y + ${c + 100}`,
    () => `y \\ne ${a}x + ${c}`,
    () => `(y - ${a}x - ${c})(y - ${b + 20}x) = 0`,
    () => `y - ${a}x = ${-c}`,
    () => `y = y`,
    () => `0 = 0`,
    () => `y > ${a}x + ${c}`,
    () => `${a}x + ${c}x`,
    () => `2y = ${a}x + ${c}`,
    () => `y = ${a}x + ${c} \\text{ or } y = ${b}`,
  ])();
  return { gold: `y = ${a}x + ${c}`, wrong, traits: ['statement'] };
}

function matrix(r) {
  const n = r.int(2, 3);
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => 5 * i + j * j + r.int(0, 1) * 20),
  );
  const spell = (m, kind) => `\\begin{${kind}}${m.map((row) => row.join('&')).join('\\\\')}\\end{${kind}}`;
  const change = rows.map((row, i) => row.map((entry, j) => (i === 0 && j === n - 1 ? entry + 1 : entry)));
  const wrong = r.pick([
    () => spell(change, 'pmatrix'),
    () => spell(change, 'bmatrix'),
    () => spell(rows, 'vmatrix'),
    () => spell([...rows, rows[0]], 'pmatrix'),
    () => spell([rows[1], rows[0], ...rows.slice(2)], 'pmatrix'),
    () => `2${spell(rows, 'pmatrix')}`,
    () => `${spell(rows, 'pmatrix')}+${spell(change, 'pmatrix')}`,
    () => `-${spell(rows, 'pmatrix')}`,
    () => `(${rows.flat().join(', ')})`,
    () => `\\det${spell(rows, 'pmatrix')}`,
  ])();
  return { gold: spell(rows, 'pmatrix'), wrong };
}

function family(r) {
  const [p, q] = [r.int(1, 5), r.int(2, 7)];
  const wrong = r.pick([
    () => `x = \\frac{\\pi}{${q}} + ${p + 1}k\\pi, k \\in \\mathbb{Z}`,
    () => `x = \\frac{\\pi}{${q + 1}} + ${p}k\\pi, k \\in \\mathbb{Z}`,
    () => `x = \\frac{\\pi}{${q}} + ${p}k\\pi, k \\in \\mathbb{R}`,
    () => `x = \\frac{\\pi}{${q}} + ${p}k\\pi, k \\in \\mathbb{N}`,
    () => `x = \\frac{\\pi}{${q}}`,
    () => `x = ${p}k\\pi, k \\in \\mathbb{Z}`,
    () => `x = \\frac{\\pi}{${q}} + ${2 * p}k\\pi, k \\in \\mathbb{Z}`,
    () => `x = \\frac{\\pi}{${q}} + \\frac{${p}k\\pi}{2}, k \\in \\mathbb{Z}`,
    () => `x \\in \\mathbb{R}`,
    () => `x = \\frac{k\\pi}{${q}}, k \\in \\mathbb{Z}, k \\ne 0`,
  ])();
  return { gold: `x = \\frac{\\pi}{${q}} + ${p}k\\pi, k \\in \\mathbb{Z}`, wrong, traits: ['statement'] };
}

/** Solution families of differential equations and antiderivatives: a constant takes up any added number. */
function constants(r) {
  const [a, b] = [r.int(2, 5), r.int(6, 9)];
  const gold = r.pick([`y = C_1 e^{${a}x} + C_2 e^{-${b}x}`, `y = C_1 \\cos ${a}x + C_2 \\sin ${a}x + ${b}`]);
  const wrong = r.pick([
    `y = C_1 e^{${a}x} + C_2 e^{${b}x}`,
    `y = C_1 e^{${a}x}`,
    `y = C e^{${a}x} + C e^{-${b}x}`,
    `y = C_1 + C_2 e^{-${b}x}`,
    `y = C_1 \\cos ${a}x + C_2 \\sin ${b}x + ${b}`,
    `y = C_1 \\cos ${a}x + C_2 \\sin ${a}x`,
    `y = C_1 \\cos ${a}x + C_1 \\sin ${a}x + ${b}`,
    `y = C_1 x + C_2`,
    `y = C`,
    `y = C(x)`,
  ]);
  return { gold, wrong, traits: ['statement'] };
}

function piecewise(r) {
  const [a, b] = [r.int(1, 9), r.int(10, 19)];
  const cases = (...rows) => `\\begin{cases}${rows.map(([v, c]) => `${v} & ${c}`).join('\\\\')}\\end{cases}`;
  const wrong = r.pick([
    cases([`${a}x`, 'x \\le 0'], [`${b}x+1`, 'x > 0']),
    cases([`${b}x+1`, 'x < 0'], [`${a}x`, 'x \\ge 0']),
    cases([`${a}x`, 'x < 0'], [`${b}x+1`, 'x > 0']),
    cases([`${a}x`, 'x < 1'], [`${b}x+1`, 'x \\ge 1']),
    `${b}x+1`,
    cases([`${a}x`, 'x < 0'], [`${b}x+2`, '\\text{otherwise}']),
  ]);
  return { gold: cases([`${a}x`, 'x < 0'], [`${b}x+1`, 'x \\ge 0']), wrong };
}

export const structureAttacks = [
  { name: 'set', make: set },
  { name: 'tuple', make: tuple },
  { name: 'interval', make: interval },
  { name: 'inequality', make: inequality },
  { name: 'equation', make: equation },
  { name: 'matrix', make: matrix },
  { name: 'family', make: family },
  { name: 'constants', make: constants },
  { name: 'piecewise', make: piecewise },
];
