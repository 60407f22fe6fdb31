import type { Operator } from '../../token.js';
import { type Loose, type Piece, type Place, placeOf, type Walk } from '../constructs/walk.js';
import { settleUpright } from './upright.js';

const OPERAND = new Set([
  'number',
  'name',
  'group',
  'fraction',
  'binomial',
  'root',
  'script',
  'accent',
  'array',
  'close',
  'text',
]);

const isOperand = (piece: Piece | undefined): boolean => piece !== undefined && OPERAND.has(piece.kind);

/** `‖` opens a norm, closes one, or says that two things are parallel. */
function doubleBar(piece: Loose, before: Piece | undefined, open: number, another: boolean): Piece {
  const { start, end, spaceBefore } = piece;
  const place = { start, end, spaceBefore };
  if (open > 0) return { ...place, kind: 'close', bracket: '‖' };
  if (isOperand(before) && !another) return { ...place, kind: 'operator', operator: 'parallel' };
  return { ...place, kind: 'open', bracket: '‖' };
}

/** `\circ` that is not raised: a degree sign where it stands alone or after a number. */
function circle(walk: Walk, piece: Loose, before: Piece | undefined): Piece {
  if (before !== undefined && before.kind !== 'number') {
    walk.failure ??= {
      message: 'composition is not supported',
      start: piece.start,
      end: piece.end,
      reason: 'unsupported',
    };
  }
  return { ...placeOf(piece), kind: 'operator', operator: 'degree' };
}

const operatorAt = (operator: Operator, { start, end, spaceBefore }: Place): Piece => ({
  kind: 'operator',
  operator,
  start,
  end,
  spaceBefore,
});

/** Resolves symbols whose role depends on their neighbours. Line ends and empty delimiters stay for later. */
export function settleLoose(walk: Walk, pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  let open = 0;
  let bars = pieces.filter((piece) => piece.kind === 'double-bar').length;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const before = out[out.length - 1];
    if (piece.kind === 'upright') out.push(...settleUpright(piece, before, pieces[at + 1]));
    else if (piece.kind === 'bullet') {
      if (before !== undefined) out.push(operatorAt(piece.otherwise, piece));
    } else if (piece.kind === 'circle') out.push(circle(walk, piece, before));
    else if (piece.kind === 'double-bar') {
      bars -= 1;
      const settled = doubleBar(piece, before, open, bars > 0);
      open += settled.kind === 'open' ? 1 : settled.kind === 'close' ? -1 : 0;
      out.push(settled);
    } else out.push(piece);
  }
  return out;
}
