import type { Token } from '../../token.js';
import { NEEDS, type Piece, type Settle } from '../constructs/walk.js';
import { settleDecimals } from './decimals.js';
import { settleGrids } from './grids.js';
import { settleGroups } from './groups.js';
import { settleLines } from './lines.js';
import { settleLoose } from './loose.js';
import { settleRuns } from './runs.js';
import { settleSigns } from './signs.js';
import { settleWords } from './words.js';

/** Turns a finished list of pieces into tokens. Each pass is linear and runs only where its subject occurs. */
export const settle: Settle = (walk, pieces, needs) => {
  walk.budget.spend(pieces.length);
  let list: readonly Piece[] = pieces;
  let loose = (needs & NEEDS.loose) !== 0;
  if ((needs & NEEDS.letters) !== 0) {
    list = settleRuns(list);
    loose = true;
  }
  if (loose) list = settleLoose(walk, list);
  if ((needs & NEEDS.grids) !== 0) list = settleGrids(list);
  if ((needs & NEEDS.groups) !== 0) list = settleGroups(list);
  if ((needs & NEEDS.decimals) !== 0) list = settleDecimals(list);
  if ((needs & NEEDS.signs) !== 0) list = settleSigns(list);
  if (loose || (needs & NEEDS.words) !== 0) list = settleWords(list);
  return loose ? settleLines(list) : (list as readonly Token[]);
};
