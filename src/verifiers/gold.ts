import type { Answer } from './answer.js';
import type { Context } from './context.js';
import { extract, tidy } from './extract/index.js';
import { statesOneValue } from './gold-prose.js';
import { makeReaders, parseWithin, type Spelled } from './judge.js';
import type { Policy } from './policy.js';
import type { UndecidedReason } from './verdict.js';

/** A gold, ready to compare with, or why it cannot be used. */
export type Gold =
  | {
      readonly usable: true;
      readonly text: string;
      readonly answer: Answer;
      /** The whole prose that `answer` was read out of: repeating it is right as well. */
      readonly whole?: Spelled;
    }
  | {
      readonly usable: false;
      readonly text: string;
      readonly reason: UndecidedReason;
      readonly detail: string;
    };

/** A gold that can be compared with. */
export type UsableGold = Extract<Gold, { usable: true }>;

/** Longest gold that is read as a worked solution. */
const solutionLimit = 200_000;

/**
 * Reads a gold: an answer as it stands, or an answer wrapped in a box, in prose or in a worked solution, which is
 * unwrapped by the contract for responses. A gold does not hedge: of several different statements the last one counts.
 * Prose that claims more than one value stands for itself only.
 */
export function readGold(source: string, context: Context): Gold {
  const text = source.trim();
  if (text === '') return unusable(text, 'the gold is empty');
  if (text.includes('boxed') || text.includes('fbox') || text.includes('####')) {
    const unwrapped = unwrap(text, context);
    if (unwrapped !== null) return unwrapped;
  }
  const whole = parseWithin(text, context);
  if (whole.ok && (whole.value.kind !== 'text' || !isWrapped(text)))
    return { usable: true, text, answer: whole.value };
  const unwrapped = isWrapped(text) || !whole.ok ? unwrap(text, context) : null;
  if (unwrapped !== null)
    return whole.ok ? { ...unwrapped, whole: { text, answer: whole.value } } : unwrapped;
  if (whole.ok) return { usable: true, text, answer: whole.value };
  return unusable(text, `the gold cannot be read: ${whole.error.message}`);
}

const unusable = (text: string, detail: string): Gold => ({
  usable: false,
  text,
  reason: 'bad-gold',
  detail,
});

/** True for a gold of several words that may carry its answer in a sentence. */
const isWrapped = (text: string): boolean => text.length > 24 && text.includes(' ');

/** The one answer that a gold states, when it states one that parses as more than words. */
function unwrap(text: string, context: Context): UsableGold | null {
  if (text.length > solutionLimit) return null;
  const policy: Policy = { ...context.policy, lastExpression: false };
  const readers = makeReaders({ ...context, policy });
  const extraction = extract(text, { policy, read: readers.read, sameAnswer: readers.sameAnswer });
  for (const candidate of [candidateOf(extraction.text, extraction.candidates), unclosedBox(text)]) {
    if (candidate === null) continue;
    const parsed = parseWithin(candidate, context);
    if (
      parsed.ok &&
      (parsed.value.kind !== 'text' || extraction.method === 'boxed' || extraction.method === 'hashes') &&
      statesOneValue(text, extraction, parsed.value)
    ) {
      return { usable: true, text: candidate, answer: parsed.value };
    }
  }
  return null;
}

const candidateOf = (text: string, candidates: readonly string[]): string | null => {
  return text === '' ? (candidates.at(-1) ?? null) : text;
};

/** What follows the last `\boxed{` of a gold that lost its closing brace. */
function unclosedBox(text: string): string | null {
  const at = text.lastIndexOf('boxed{');
  return at < 0 ? null : tidy(text.slice(at + 6).trim());
}
