import { ConfigError } from '../../support/index.js';
import { zscore } from '../group-statistics.js';
import type { Scores } from '../rollout.js';
import { checkEpsilon, checkRewards, held } from './check.js';
import { overBatch } from './reinforce-plus-plus.js';

/** Options of {@link gdpoAdvantages}. */
export interface GdpoOptions {
  /** Added to every spread: 1e-6, or 1e-4 as in TRL. */
  readonly epsilon?: number;
  /** Normalise the sums over the batch (the paper and TRL; default), or leave them as they are. */
  readonly overBatch?: boolean;
}

/**
 * GDPO (group reward-decoupled normalisation; `normalize_then_sum` in TRL): every component is normalised over its group, the
 * weighted sum is taken, and the sums are normalised over the batch, so that a component with a large spread does not
 * drown the others. Standard deviations are those of a sample (n − 1). `[P,K,G]` components, `[K]` weights → `[P,G]`.
 *
 * A component that is `null` for a rollout adds nothing to it; all of them `null` is `null`. Without spread: exactly 0.
 */
export function gdpoAdvantages(
  componentsPKG: readonly (readonly Scores[])[],
  weightsK: readonly number[],
  { epsilon = 1e-6, overBatch: batch = true }: GdpoOptions = {},
): readonly Scores[] {
  checkEpsilon(epsilon, 'gdpoAdvantages');
  checkRewards(weightsK, 'gdpoAdvantages (weights)');
  const sumsPG = componentsPKG.map((componentsKG, p) => {
    if (componentsKG.length !== weightsK.length)
      throw new ConfigError(
        `gdpoAdvantages: one weight a component; got ${componentsKG.length} components and ${weightsK.length} weights`,
        `components[${p}]`,
      );
    return weightedSum(componentsKG, weightsK, epsilon);
  });
  return batch ? overBatch(sumsPG, 'sample', epsilon) : sumsPG;
}

/** Components of one group, each normalised, then summed. `[K,G]` → `[G]`. */
function weightedSum(componentsKG: readonly Scores[], weightsK: readonly number[], epsilon: number): Scores {
  for (const scores of componentsKG) checkRewards(scores, 'gdpoAdvantages');
  const normalised = componentsKG.map((scores) => zscore(scores, 'sample', epsilon));
  const size = Math.max(0, ...componentsKG.map((scores) => scores.length));
  return Array.from({ length: size }, (_, i) => {
    const parts = normalised.flatMap((scores, k) => {
      const value = scores[i] ?? null;
      return value === null ? [] : [value * (weightsK[k] ?? 0)];
    });
    return parts.length === 0 ? null : held(parts.reduce((total, part) => total + part, 0));
  });
}
