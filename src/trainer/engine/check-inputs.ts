import { ConfigError } from '../../support/index.js';
import type { InputNode, Typed } from '../graph/node.js';
import { sameShape, shown } from '../graph/shapes.js';

/** Throws {@link ConfigError} for an input that is missing, unknown, or of another shape or dtype than the graph's. */
export function checkInputs(
  wanted: ReadonlyMap<string, InputNode>,
  given: Readonly<Record<string, Typed>>,
): void {
  for (const name of Object.keys(given))
    if (!wanted.has(name))
      throw new ConfigError(
        `the graph has no input '${name}'; it has: ${[...wanted.keys()].join(', ')}`,
        name,
      );
  for (const [name, { shape, dtype }] of wanted) {
    const tensor = given[name];
    if (tensor === undefined) throw new ConfigError(`input '${name}' ${shown(shape)} is missing`, name);
    if (tensor.dtype !== dtype || !sameShape(tensor.shape, shape))
      throw new ConfigError(
        `input '${name}' must be ${dtype} ${shown(shape)}; got ${tensor.dtype} ${shown(tensor.shape)}`,
        name,
      );
  }
}
