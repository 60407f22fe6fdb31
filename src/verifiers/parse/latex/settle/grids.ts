import type { Token } from '../../token.js';
import type { Piece } from '../constructs/walk.js';

type Grid = Extract<Token, { readonly kind: 'array' }>;

/** Which closer belongs to which opener around a grid. Bars have no side of their own. */
const CLOSER: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['|', '|'],
  ['‖', '‖'],
]);

function bracketOf(piece: Piece | undefined, side: 'open' | 'close'): string | null {
  if (piece === undefined) return null;
  if (piece.kind === side) return piece.bracket;
  if (piece.kind === 'operator' && piece.operator === '|' && piece.mark === undefined) return '|';
  return null;
}

/** A grid with the delimiters written around it: `\left( … \right)` is a matrix, a lone `\{` makes cases. */
function delimit(
  grid: Grid,
  open: string | null,
  close: string | null,
): { readonly grid: Grid; readonly took: 0 | 1 | 2 } | null {
  if (grid.delimiter !== '') return null;
  if (open !== null && close !== null && CLOSER.get(open) === close)
    return { grid: { ...grid, delimiter: open }, took: 2 };
  if (open === '{' && close === null) return { grid: { ...grid, shape: 'cases', delimiter: '{' }, took: 0 };
  if (open === null && close === '}') return { grid: { ...grid, shape: 'cases', delimiter: '{' }, took: 1 };
  return null;
}

/** Joins grids with the delimiters around them. */
export function settleGrids(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== 'array') {
      out.push(piece);
      continue;
    }
    const before = out[out.length - 1];
    const open = bracketOf(before, 'open');
    const close = bracketOf(pieces[at + 1], 'close');
    const made = delimit(piece, open, close);
    if (made !== null && open !== null) out.pop();
    out.push(
      made === null
        ? piece
        : open === null || before === undefined
          ? made.grid
          : { ...made.grid, start: before.start },
    );
    if (made !== null && made.took > 0) at += 1;
  }
  return out;
}
