import type { Random } from '../../support/index.js';

/** What one token is drawn with. */
export interface TokenSampling {
  readonly temperature: number;
  readonly topP?: number;
  readonly topK?: number;
}

/** Probabilities of one position `[V]`; they need not sum to 1 exactly, as floats of 32 bits do not. */
export type Probabilities = Float32Array | Float64Array;

/** Draws a token; temperature 0 takes the most probable, the first of equals. */
export function drawToken(
  probabilities: Probabilities,
  { temperature, topP = 1, topK = 0 }: TokenSampling,
  random: Random,
): number {
  if (temperature === 0) return greatest(probabilities);
  return topP >= 1 && topK <= 0
    ? drawOfAll(probabilities, random)
    : drawTruncated(probabilities, topP, topK, random);
}

function greatest(values: Probabilities): number {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** The plain loops of what every token of every response goes through: nothing is made on the way. */
function drawOfAll(probabilities: Probabilities, random: Random): number {
  let mass = 0;
  for (let i = 0; i < probabilities.length; i += 1) mass += probabilities[i] as number;
  let rest = random.unit() * mass;
  let last = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const share = probabilities[i] as number;
    if (share === 0) continue;
    last = i;
    rest -= share;
    if (rest < 0) return i;
  }
  return last;
}

/** Of the most probable tokens, until there are `topK` or their probabilities reach `topP`, one by its share in them. */
function drawTruncated(probabilities: Probabilities, topP: number, topK: number, random: Random): number {
  const order = [...probabilities.keys()].sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b,
  );
  let count = 0;
  let mass = 0;
  while (count < order.length && (topK <= 0 || count < topK) && mass < topP) {
    mass += probabilities[order[count] as number] as number;
    count += 1;
  }
  return order[
    drawOfAll(
      Float64Array.from(order.slice(0, count), (i) => probabilities[i] as number),
      random,
    )
  ] as number;
}
