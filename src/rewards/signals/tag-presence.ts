import { defineSignal } from '../define.js';
import { hull } from '../facts.js';
import type { Signal } from '../signal.js';
import { hasPair } from './format/tag-presence.js';

/**
 * A score for each of two pairs of tags around something, added up: NeMo-RL's `format_reward` with tags and
 * worths of one's own. Closed: each tag of a pair stands once; `exact` decides as the original.
 */
export const tagPresence: Signal = defineSignal({
  name: 'tag-presence',
  summary: 'a score for a thought in its tags and one for an answer in its tags',
  source: 'NeMo-RL `format_reward`',
  parameters: {
    thinkTag: { kind: 'text', default: 'think', what: 'tag of the thought' },
    answerTag: { kind: 'text', default: 'answer', what: 'tag of the answer' },
    think: { kind: 'number', default: 0.25, min: -1e6, max: 1e6, what: 'score of a thought in its tags' },
    answer: { kind: 'number', default: 0.75, min: -1e6, max: 1e6, what: 'score of an answer in its tags' },
    exact: { kind: 'boolean', default: false, what: 'decide as the original, its holes included' },
  },
  range: ({ think, answer }) => hull(0, think, answer, think + answer),
  score: ({ text }, { thinkTag, answerTag, think, answer, exact }) =>
    (hasPair(text, { tag: thinkTag, exact }) ? think : 0) +
    (hasPair(text, { tag: answerTag, exact }) ? answer : 0),
});
