import { derivedRandom, shuffled } from './random.js';

/** Steps whose texts are drawn together and sorted by length. */
const SPAN = 16;

/** Where the texts of a corpus come from. */
export interface Corpus {
  /** The text of one place of one step: a function of both alone. */
  readonly document: (step: number, place: number) => readonly number[];
  /** Texts of one step. */
  readonly batch: number;
  readonly seed: number;
}

/**
 * Batches of texts of about one length, so that little is filled up: the texts of 16 steps are sorted by length, cut into 16
 * batches and taken in a random order. Where the loss is a mean over the tokens of a batch, tokens of short texts then count
 * for more than those of long ones. A function of the step alone; the last 16 batches are kept.
 */
export function byLength({
  document,
  batch,
  seed,
}: Corpus): (step: number) => readonly (readonly number[])[] {
  let kept: { readonly span: number; readonly batches: readonly (readonly (readonly number[])[])[] } | null =
    null;
  return (step) => {
    const span = Math.floor(step / SPAN);
    if (kept?.span !== span) kept = { span, batches: batchesOf(span) };
    return kept.batches[step % SPAN] as readonly (readonly number[])[];
  };

  function batchesOf(span: number): readonly (readonly (readonly number[])[])[] {
    const texts = Array.from({ length: SPAN * batch }, (_, i) =>
      document(span * SPAN + Math.floor(i / batch), i % batch),
    ).sort((a, b) => a.length - b.length);
    return shuffled(SPAN, derivedRandom(seed, 4, span)).map((k) => texts.slice(k * batch, (k + 1) * batch));
  }
}
