import type { RatioAnswer } from '../../answer.js';
import { type Piece, sliceText } from '../scan.js';
import type { Reading } from './reading.js';

const isTo = (piece: Piece): boolean =>
  piece.kind === 'word' &&
  piece.depth === 0 &&
  (/^to$/i.test(piece.value) ? piece.style !== 'math' || piece.space : piece.value === '比');

/** Ratios in words: "3 to 4", "2 to 3 to 5", 3比4. With colons a ratio is the grammar's. */
export function readRatio({ surface, pieces, mathematics }: Reading): RatioAnswer | null {
  const cuts = pieces.flatMap((piece, i) => (isTo(piece) ? [i] : []));
  if (
    cuts.length === 0 ||
    cuts.length > 5 ||
    pieces.some((piece) => piece.kind === 'word' && piece.value.length > 2)
  )
    return null;
  const bounds = [-1, ...cuts, pieces.length];
  const parts: string[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const text = sliceText(surface.text, pieces, bounds[i]! + 1, bounds[i + 1]!);
    if (text === '') return null;
    parts.push(text.replace(/ (?:is|are)$/i, ''));
  }
  const answers = parts.map(mathematics);
  if (!answers.every((answer) => answer?.kind === 'expression')) return null;
  return {
    kind: 'ratio',
    terms: answers.flatMap((answer) => (answer?.kind === 'expression' ? [answer.expr] : [])),
  };
}
