import type { TextAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

const NUMERALS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** "I and III only", "only II", "I, II, III": statements by their Roman numerals, in order; a lone letter is left alone. */
export function readRoman({ phrase, pieces }: Reading): TextAnswer | null {
  if (phrase === null || phrase.length > 60) return null;
  const only = /^only | only$/.test(phrase);
  const names = phrase
    .replace(/^(?:only |statements? )+/, '')
    .replace(/ only$/, '')
    .split(/ ?, ?/);
  const places = names.map((name) => NUMERALS.indexOf(name));
  if (places.includes(-1) || new Set(places).size < places.length || (names.length < 2 && !only)) return null;
  const capitals = pieces.every(
    ({ kind, value }) => kind !== 'word' || /^[IVX]+$|^(?:and|only|statements?)$/i.test(value),
  );
  if (!capitals) return null;
  const normal = [...places].sort((a, b) => a - b).map((place) => NUMERALS[place]!);
  return { kind: 'text', normal: normal.join(', ') };
}
