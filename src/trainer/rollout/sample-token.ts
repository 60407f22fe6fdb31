import type { Random } from '../../support/index.js';

/** What one token is drawn with. */
export interface TokenSampling {
  readonly temperature: number;
  readonly topP?: number;
  readonly topK?: number;
}

/** A drawn token. */
export interface DrawnToken {
  readonly token: number;
  /** Log-probability under softmax(logits / temperature), before top-p and top-k; at temperature 0 under softmax(logits). */
  readonly logProb: number;
  /** Entropy of softmax(logits), nats. */
  readonly entropy: number;
}

/** Draws from the logits of one position `[V]`; temperature 0 takes the most probable, the first of equals. */
export function drawToken(
  logits: ArrayLike<number>,
  { temperature, topP = 1, topK = 0 }: TokenSampling,
  random: Random,
): DrawnToken {
  const plain = logSoftmax(logits, 1);
  const entropy = entropyOf(plain);
  if (temperature === 0) {
    const token = greatest(logits);
    return { token, logProb: plain[token] as number, entropy };
  }
  const logProbs = temperature === 1 ? plain : logSoftmax(logits, temperature);
  const token =
    topP >= 1 && topK <= 0
      ? drawFrom(logProbs, logProbs.keys(), 1, random)
      : drawTruncated(logProbs, topP, topK, random);
  return { token, logProb: logProbs[token] as number, entropy };
}

/** Log-probabilities in float64, whatever the device computed in. */
export function logSoftmax(logits: ArrayLike<number>, temperature: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i += 1) top = Math.max(top, logits[i] as number);
  const out = new Float64Array(logits.length);
  let total = 0;
  for (let i = 0; i < out.length; i += 1) {
    out[i] = ((logits[i] as number) - top) / temperature;
    total += Math.exp(out[i] as number);
  }
  const log = Math.log(total);
  for (let i = 0; i < out.length; i += 1) out[i] = (out[i] as number) - log;
  return out;
}

/** −Σ p ln p */
export function entropyOf(logProbs: Float64Array): number {
  let sum = 0;
  for (const log of logProbs) sum -= Math.exp(log) * log;
  return Math.max(0, sum);
}

function greatest(logits: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < logits.length; i += 1) if ((logits[i] as number) > (logits[best] as number)) best = i;
  return best;
}

/** The most probable tokens, until `topK` of them or until their probabilities reach `topP`. */
function drawTruncated(logProbs: Float64Array, topP: number, topK: number, random: Random): number {
  const order = [...logProbs.keys()].sort(
    (a, b) => (logProbs[b] as number) - (logProbs[a] as number) || a - b,
  );
  const kept: number[] = [];
  let mass = 0;
  for (const token of order) {
    if ((topK > 0 && kept.length >= topK) || mass >= topP) break;
    kept.push(token);
    mass += Math.exp(logProbs[token] as number);
  }
  return drawFrom(logProbs, kept, mass, random);
}

/** Draws one of these tokens by the share of each in their mass. */
function drawFrom(logProbs: Float64Array, tokens: Iterable<number>, mass: number, random: Random): number {
  let rest = random.unit() * mass;
  let last = 0;
  for (const token of tokens) {
    const share = Math.exp(logProbs[token] as number);
    if (share === 0) continue;
    last = token;
    rest -= share;
    if (rest < 0) return token;
  }
  return last;
}
