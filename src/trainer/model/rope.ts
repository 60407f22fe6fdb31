/** How the frequencies of rotary positions are scaled so that a model reads more than it was pretrained on. */
export type RopeScaling = LinearScaling | Llama3Scaling;

/** Every position counts as position/factor (Chen et al. 2023). */
export interface LinearScaling {
  readonly kind: 'linear';
  readonly factor: number;
}

/**
 * Llama 3.1: wavelengths longer than `originalPositions / lowFrequency` are stretched by `factor`, those shorter than
 * `originalPositions / highFrequency` stay, and those between go from one to the other.
 */
export interface Llama3Scaling {
  readonly kind: 'llama3';
  readonly factor: number;
  readonly lowFrequency: number;
  /** Greater than `lowFrequency`. */
  readonly highFrequency: number;
  /** Positions that the model was pretrained on. */
  readonly originalPositions: number;
}

/** What frequencies follow from. */
export interface RopeSettings {
  /** Size of a head. */
  readonly headSize: number;
  readonly ropeTheta: number;
  readonly ropeScaling?: RopeScaling;
}

/**
 * Radians a position for each pair of a head's entries, `[headSize / 2]`: θ^(−2i/headSize) (Su et al. 2021), scaled as
 * transformers scales it (`modeling_rope_utils`).
 */
export function ropeFrequencies({ headSize, ropeTheta, ropeScaling }: RopeSettings): readonly number[] {
  const half = headSize / 2;
  const plain = Array.from({ length: half }, (_, i) => ropeTheta ** (-i / half));
  return ropeScaling === undefined ? plain : plain.map((frequency) => scaled(frequency, ropeScaling));
}

function scaled(frequency: number, scaling: RopeScaling): number {
  const stretched = frequency / scaling.factor;
  if (scaling.kind === 'linear') return stretched;
  const { lowFrequency, highFrequency, originalPositions } = scaling;
  const turns = (originalPositions * frequency) / (2 * Math.PI);
  const kept = Math.min(1, Math.max(0, (turns - lowFrequency) / (highFrequency - lowFrequency)));
  return (1 - kept) * stretched + kept * frequency;
}
