import type { Poly } from '../../exact/normal/types.js';
import type { Workspace } from '../../exact/normal/workspace.js';
import { type Rational, ratio, whole } from '../../exact/rational.js';
import type { RootOf } from './conditions.js';

/** Root of a factor (by its key) that is a symbol or an increasing linear sum in one symbol. */
export const rootIn =
  (workspace: Workspace): RootOf =>
  (factor) => {
    const id = Number(/^1\/1\*(\d+)\^1$/.exec(factor)?.[1] ?? Number.NaN);
    if (Number.isNaN(id)) return null;
    if (workspace.field.generatorOf(id)?.meaning.kind === 'symbol') return { symbol: id, root: whole(0) };
    const found = linearRoot(workspace.field.composite(id)?.poly ?? new Map());
    const kind = found === null ? undefined : workspace.field.generatorOf(found.symbol)?.meaning.kind;
    return kind === 'symbol' ? found : null;
  };

function linearRoot(poly: Poly): { readonly symbol: number; readonly root: Rational } | null {
  let slope: { readonly symbol: number; readonly coef: bigint } | null = null;
  let offset = 0n;
  for (const { mono, coef } of poly.values()) {
    if (mono.length === 0) offset = coef;
    else if (slope !== null || mono.length !== 2 || mono[1] !== 1 || coef < 0n) return null;
    else slope = { symbol: mono[0] as number, coef };
  }
  return slope === null ? null : { symbol: slope.symbol, root: ratio(-offset, slope.coef) };
}
