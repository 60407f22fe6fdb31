import { defineSignal } from '../../define.js';
import type { Signal } from '../../signal.js';
import { words } from '../../text/words.js';

/** A number as Python's `float` reads it after `$`, `,` and white space are taken out; `null` for anything else. */
function numberOf(text: string): number | null {
  const bare = words(text).join('').replace(/[$,]/g, '');
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) && Number.isFinite(Number(bare));
  return isNumber ? Number(bare) : null;
}

/** A number as Python prints it: whole ones without a point, small ones as 1e-05. */
function printed(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  if (Math.abs(value) >= 1e-4) return String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e-');
  return `${digits}e-${exponent.padStart(2, '0')}`;
}

const OPEN = '<answer>';
const CLOSE = '</answer>';

/** The text without its `<answer>…</answer>` blocks. */
function outsideAnswers(text: string): string {
  let kept = '';
  let from = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
    const close = text.indexOf(CLOSE, open + OPEN.length);
    if (close < 0) break;
    kept += text.slice(from, open);
    from = close + CLOSE.length;
  }
  return kept + text.slice(from);
}

/**
 * torchforge's MathReward: 1 for a right answer; `partial` where the gold number stands anywhere outside the answer
 * tags; `null` where the gold is no number, which the preset pays 0. Reads the gold answer as written.
 */
export const goldNumber: Signal = defineSignal({
  name: 'gold-number',
  summary: 'a right answer, or the gold number somewhere in the text',
  source: 'torchforge src/forge/data/rewards.py, MathReward',
  parameters: {
    partial: { kind: 'number', default: 0.1, min: 0, max: 1, what: 'score of the number elsewhere' },
  },
  needs: ['correct', 'gold'],
  range: () => [0, 1],
  rangeWhen: ({ partial }, correct) => (correct ? [1, 1] : [0, partial]),
  score: ({ text, facts: { correct } }, { partial }, { gold }) => {
    if (gold === undefined || correct === undefined) return null;
    const number = numberOf(gold);
    if (number === null) return null;
    if (correct === true) return 1;
    return outsideAnswers(text).includes(printed(number)) ? partial : 0;
  },
});
