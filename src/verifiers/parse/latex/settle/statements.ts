import type { Token } from '../../token.js';

type Grid = Extract<Token, { readonly kind: 'array' }>;
type Cell = readonly Token[];

const RELATIONS = new Set(['=', '!=', '<', '<=', '>', '>=', 'approx', 'equiv', 'in', 'notin', 'assign']);

const isRelation = (token: Token | undefined): boolean =>
  token?.kind === 'operator' && RELATIONS.has(token.operator);

const some = (grid: Grid, holds: (cell: Cell) => boolean): boolean =>
  grid.rows.some((row) => row.some(holds));

const joined = (grid: Grid): Grid['rows'] => grid.rows.map((row) => [row.flat()]);

/**
 * Grids that lay statements out. Columns that cut a relation in two (`x & = & 1`) only align it: the row is one
 * statement. A bare grid with relations in it is no matrix but lines of statements.
 */
export function settleStatements(grid: Grid): Grid {
  if (grid.shape === 'lines' || grid.delimiter === '(' || grid.delimiter === '[') return grid;
  const cut = some(grid, (cell) => isRelation(cell[0]) || isRelation(cell[cell.length - 1]));
  if (grid.shape === 'cases') return cut ? { ...grid, rows: joined(grid) } : grid;
  const stated = grid.delimiter === '' && some(grid, (cell) => cell.some(isRelation));
  return stated ? { ...grid, shape: 'lines', rows: cut ? joined(grid) : grid.rows } : grid;
}
