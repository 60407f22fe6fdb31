import { isBlank } from '../../text/characters.js';
import { binary, type Dialect, onlyThought } from './dialect.js';

const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * TRL `think_format_reward`: the text starts with its only `<think>`, which is closed somewhere. Closed:
 * closed once, the thought says something, and so does what follows it.
 */
export const trlThink: Dialect = binary(
  (text) =>
    text.startsWith(OPEN) && text.indexOf(OPEN, OPEN.length) < 0 && text.indexOf(CLOSE, OPEN.length) >= 0,
  (text, options) => {
    const thought = onlyThought(text, options);
    return thought !== null && !isBlank(text, thought.end + CLOSE.length);
  },
);
