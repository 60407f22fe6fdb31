import type { TextAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

/** Two triangles, congruent or similar, vertex by vertex. */
const STATEMENT =
  /^(?:\\triangle|△)\s?([A-Z]{3})\s?(\\sim|\\cong|∼|≅|~|\\equiv|≡|∽|\\backsim)\s?(?:\\triangle|△)\s?([A-Z]{3})$/u;

const CONGRUENT: ReadonlySet<string> = new Set(['\\cong', '≅', '\\equiv', '≡']);

/**
 * `\triangle ABC \cong \triangle DEF`: which vertex goes with which, in an order of its own, so that turning the two
 * round changes nothing and exchanging two vertices of one does.
 */
export function readTriangles({ surface }: Reading): TextAnswer | null {
  if (surface.text.length > 60) return null;
  const found = STATEMENT.exec(surface.text.replaceAll(/[{}\s]+/g, ' ').trim());
  if (found === null) return null;
  const [, first = '', sign = '', second = ''] = found;
  const pairs = [...first].map((vertex, i) => `${vertex}${second[i]}`).sort();
  const turned = [...second].map((vertex, i) => `${vertex}${first[i]}`).sort();
  const pairing = [pairs.join(' '), turned.join(' ')].sort()[0]!;
  return { kind: 'text', normal: `${CONGRUENT.has(sign) ? 'congruent' : 'similar'} ${pairing}` };
}
