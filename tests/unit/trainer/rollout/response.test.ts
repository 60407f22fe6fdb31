import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadTokenizer } from '../../../../src/trainer/model/huggingface-tokenizer.js';
import type { Tokenizer } from '../../../../src/trainer/model/tokenizer.js';
import { derivedRandom } from '../../../../src/trainer/random.js';
import { ResponseInProgress } from '../../../../src/trainer/rollout/response.js';
import { root } from '../../../helpers/source-files.js';

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer(join(root, 'fixtures/models/qwen2-tiny'), 352);
});

const TOKENS = 344;

/** A response to which these tokens are given one after the other, until it is done. */
function given(tokens: readonly number[], stop: readonly string[], by = tokenizer) {
  const options = { temperature: 0, maxTokens: 1000, seed: 1, stop };
  const response = new ResponseInProgress(by, options, derivedRandom(1));
  for (const token of tokens) {
    if (response.done) break;
    response.next(
      Float32Array.from({ length: TOKENS }, (_, id) => (id === token ? 1 : 0)),
      0,
    );
  }
  return response.finished();
}

/** The number of tokens after which a stop text is in the whole text, and the text before it. */
function byWholeText(tokens: readonly number[], stop: readonly string[]): readonly [number, string] {
  for (let count = 1; count <= tokens.length; count += 1) {
    const text = tokenizer.decode(tokens.slice(0, count));
    const places = stop.map((mark) => text.indexOf(mark)).filter((place) => place >= 0);
    if (places.length > 0) return [count, text.slice(0, Math.min(...places))];
  }
  return [tokens.length, tokenizer.decode(tokens)];
}

const ends = (id: number): boolean => tokenizer.endTokens.has(id);

test('a stop text is found when the token that completes it comes, wherever tokens divide it', () => {
  const texts = fc.stringMatching(/^[ab \n.é🙂]{1,30}$/u);
  fc.assert(
    fc.property(texts, texts, fc.array(fc.nat(TOKENS - 1), { maxLength: 12 }), (before, mark, noise) => {
      const tokens = [...tokenizer.encode(before), ...noise, ...tokenizer.encode(mark + before)].filter(
        (id) => !ends(id) && id < TOKENS,
      );
      for (const stop of [[mark], [mark.slice(0, 2), `${mark}!`]]) {
        const [count, text] = byWholeText(tokens, stop);
        const response = given(tokens, stop);
        expect([response.tokens.length, response.text]).toEqual([count, text]);
      }
    }),
    { numRuns: 60 },
  );
});

test('looking for a stop text takes no more for a long response than for a short one', () => {
  let longest = 0;
  const watched: Tokenizer = {
    ...tokenizer,
    endTokens: tokenizer.endTokens,
    padToken: tokenizer.padToken,
    vocabSize: tokenizer.vocabSize,
    encode: (text) => tokenizer.encode(text),
    decode: (tokens) => {
      longest = Math.max(longest, tokens.length);
      return tokenizer.decode(tokens);
    },
  };
  const tokens = Array.from({ length: 300 }, (_, i) => tokenizer.encode('abc')[i % 3] ?? 0);
  const response = new ResponseInProgress(
    watched,
    { temperature: 0, maxTokens: 1000, seed: 1, stop: ['\n\n'] },
    derivedRandom(1),
  );
  for (const token of tokens)
    response.next(
      Float32Array.from({ length: TOKENS }, (_, id) => (id === token ? 1 : 0)),
      0,
    );
  expect(response.done).toBe(false);
  expect(longest).toBeLessThan(30);
});
