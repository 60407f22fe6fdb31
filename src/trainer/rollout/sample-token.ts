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

/** One of the tokens that are kept, by its share in them. */
function drawTruncated(probabilities: Probabilities, topP: number, topK: number, random: Random): number {
  const kept = mostProbable(probabilities, topP, topK);
  const shares = Float64Array.from(kept, (i) => probabilities[i] as number);
  return kept[drawOfAll(shares, random)] as number;
}

/** How much less probable than the first of all a token may be that is looked at first; then so many times less again. */
const FIRST_CUT = 2 ** -6;
const NEXT_CUT = 2 ** -10;

/**
 * The most probable tokens, the first of equals first, until there are `topK` or their probabilities reach `topP`. Few of a large
 * vocabulary are: only those above a cut are put in order, and the cut is lowered until they are enough.
 */
function mostProbable(probabilities: Probabilities, topP: number, topK: number): readonly number[] {
  let cut = (probabilities[greatest(probabilities)] as number) * FIRST_CUT;
  for (;;) {
    const order = notBelow(probabilities, cut).sort(
      (a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b,
    );
    let count = 0;
    let mass = 0;
    const enough = (): boolean => mass >= topP || (topK > 0 && count >= topK);
    while (count < order.length && !enough()) {
      mass += probabilities[order[count] as number] as number;
      count += 1;
    }
    if (enough() || order.length === probabilities.length) return order.slice(0, count);
    cut = cut > Number.MIN_VALUE / NEXT_CUT ? cut * NEXT_CUT : 0;
  }
}

/** Where a value is no number it counts as not below, so that the search ends. */
function notBelow(probabilities: Probabilities, cut: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < probabilities.length; i += 1) if (!((probabilities[i] as number) < cut)) found.push(i);
  return found;
}
