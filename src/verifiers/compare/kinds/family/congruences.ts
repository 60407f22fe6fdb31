import type { Answer, RelationAnswer } from '../../../answer.js';
import { add, multiply } from '../../../exact/build.js';
import { type Expr, integer, isApply, wholeOf } from '../../../expr.js';
import { freeSymbols, sameTree } from '../../rules/index.js';
import type { Domain, Family } from './view.js';

/** `letter ≡ residue (mod modulus)`. */
interface Class {
  readonly letter: string;
  readonly residue: Expr;
  readonly modulus: Expr;
}

function classOf(answer: Answer): Class | null {
  if (answer.kind !== 'relation' || answer.modulus === undefined) return null;
  const [left, right] = answer.sides as readonly [Expr, Expr];
  return left.node === 'symbol' ? { letter: left.name, residue: right, modulus: answer.modulus } : null;
}

/** The numbers of some classes of one modulus, as residue + k·modulus. */
const familyOf = (classes: readonly Class[]): Family => ({
  bodies: classes.map(({ residue, modulus }) => ({
    kind: 'expression',
    expr: add(residue, multiply(modulus, { node: 'symbol', name: 'k_mod' })),
  })),
  parameters: new Map<string, Domain>([['k_mod', 'integer']]),
});

/** g = gcd(a, b) with g ≡ s·a (mod b); Euclid's algorithm on bounded numbers. */
function bezout(a: bigint, b: bigint): { readonly g: bigint; readonly s: bigint } {
  let [r, next, s, following] = [a, b, 1n, 0n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [s, following] = [following, s - quotient * following];
  }
  return { g: r, s };
}

const MAX_MODULUS = 10n ** 40n;

/** Both classes at once, by the Chinese remainder theorem; null when they exclude each other or are not of digits. */
function meet(a: Class, b: Class): Class | null {
  const [x, m, y, n] = [wholeOf(a.residue), wholeOf(a.modulus), wholeOf(b.residue), wholeOf(b.modulus)];
  if (x === null || m === null || y === null || n === null) return null;
  if (m < 1n || n < 1n || m > MAX_MODULUS || n > MAX_MODULUS) return null;
  const { g, s } = bezout(m, n);
  if ((y - x) % g !== 0n) return null;
  const modulus = (m / g) * n;
  const residue = x + m * ((s * ((y - x) / g)) % (n / g));
  return { letter: a.letter, residue: integer(residue), modulus: integer(modulus) };
}

/** Congruences of one letter that all hold; null when they exclude each other or are not of digits. */
function system(classes: readonly Class[]): Family | null {
  let all: Class | null = classes[0]!;
  for (const other of classes.slice(1)) all = all === null ? null : meet(all, other);
  return all === null ? null : familyOf([all]);
}

/**
 * Residue classes as a family: `x ≡ a (mod m)`; `x ≡ 2, x ≡ 7 (mod 10)`, alternatives, as one modulus has them;
 * `x ≡ 2 (mod 3), x ≡ 3 (mod 5)`, a system, as several have them. Null for any other answer.
 */
export function congruencesFamily(answer: Answer): Family | null {
  const parts =
    answer.kind === 'list' ? answer.items : answer.kind === 'logic' ? answer.parts : ([answer] as const);
  const classes = parts.map(classOf).filter((part) => part !== null);
  const [first] = classes;
  if (first === undefined || classes.length < parts.length || parts.length > 20) return null;
  if (!classes.every((part) => part.letter === first.letter)) return null;
  const oneModulus = classes.every((part) => sameTree(part.modulus, first.modulus));
  const alternatives = answer.kind !== 'logic' || answer.operation === 'or';
  if (oneModulus && alternatives) return familyOf(classes);
  return answer.kind === 'logic' && answer.operation !== 'and' ? null : system(classes);
}

/** `2 (mod 5)`, a class without the letter that is in it; null for any other answer. */
export function residueFamily(answer: Answer): Family | null {
  if (answer.kind !== 'expression' || !isApply(answer.expr, 'Mod') || freeSymbols(answer.expr).length > 0)
    return null;
  const [residue, modulus] = answer.expr.args as readonly [Expr, Expr];
  return familyOf([{ letter: 'x', residue, modulus }]);
}

/** An answer that states nothing but congruences. */
export const isCongruences = (answer: Answer): boolean => congruencesFamily(answer) !== null;

/** `17^{10} ≡ 4 (mod 7)` as the relation between the two residues, and what it states: 4; null for any other relation. */
export function statedResidue(
  answer: RelationAnswer,
): { readonly residue: Expr; readonly sides: readonly [Expr, Expr] } | null {
  const [left, right] = answer.sides as readonly [Expr, Expr];
  const { modulus } = answer;
  if (modulus === undefined || freeSymbols(left).length > 0) return null;
  const reduced = (value: Expr): Expr => ({ node: 'apply', head: 'Mod', args: [value, modulus] });
  return { residue: right, sides: [reduced(left), reduced(right)] };
}
