import type { Token } from '../../token.js';
import type { KatexNode } from '../katex.js';
import type { Head, Walk } from './walk.js';

type Fraction = Extract<KatexNode, { readonly type: 'genfrac' }>;

/** Arrows and arcs over letters: accents by the names that \overrightarrow and its like have. */
const STACKED: ReadonlyMap<string, string> = new Map([
  ['frown', 'frown'],
  ['to', 'overrightarrow'],
]);

/** What stands over or under: only marks that name an object, or a word over a relation. */
function stack(walk: Walk, node: Fraction, head: Head, from: number): void {
  const mark = walk.argument(node.numer);
  const tokens = walk.argument(node.denom);
  const place = walk.place(from, walk.cursor);
  const [only] = mark;
  const accent = STACKED.get(
    only?.kind === 'operator' ? only.operator : only?.kind === 'name' ? only.name : '',
  );
  if (mark.length === 1 && accent !== undefined) walk.push({ kind: 'accent', accent, tokens, ...place });
  else if (only?.kind === 'text' && tokens.length === 1 && tokens[0]?.kind === 'operator')
    walk.push(tokens[0] as Token);
  else {
    const kind = head.kind === 'stack-head' && head.position === 'under' ? 'underset' : 'overset';
    walk.fail(`\\${kind} of this kind is not supported`, from, walk.cursor, 'unsupported');
  }
}

/** Fractions, binomials (two rows in parentheses without a bar), and \overset carried by a fraction. */
export function fraction(walk: Walk, node: KatexNode): void {
  if (node.type !== 'genfrac') return;
  const from = walk.begin();
  const { head } = walk;
  walk.head = null;
  if (head?.kind === 'stack-head') {
    stack(walk, node, head, from);
    return;
  }
  const { start, spaceBefore } = walk.place(from, from);
  const top = walk.argument(node.numer);
  const bottom = walk.argument(node.denom);
  const { end } = walk.place(from, walk.cursor);
  if (node.hasBarLine) walk.push({ kind: 'fraction', top, bottom, start, end, spaceBefore });
  else if (node.leftDelim === '(' && node.rightDelim === ')')
    walk.push({ kind: 'binomial', top, bottom, start, end, spaceBefore });
  else walk.fail('two rows without a bar are not supported', from, walk.cursor, 'unsupported');
}
