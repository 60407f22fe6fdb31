import type { TextAnswer } from '../../answer.js';
import type { Reading } from './reading.js';

/** Spaces, dots and signs of composition between entries and cycles. */
const SPACING = /\\(?:left|right|quad|circ|cdot|[ ,;:!])|[~*·∘]/g;

/** One cycle or more: entries of one or two digits with white space between them. */
const CYCLES = /^(?:\((?:[1-9]\d?)(?: [1-9]\d?)*\) ?)+$/;

const NAME = /^(?:\\?[a-z]+|[A-Za-z]) ?= ?/;

const MAX_LENGTH = 200;

/** The same cycle from its least entry on. */
function rotated(cycle: readonly number[]): readonly number[] {
  const at = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}

const first = (cycle: readonly number[]): number => cycle[0] ?? 0;

/** `(1 3 2)(4 5)`: a permutation in cycles. Disjoint ones commute; the order of others is kept. */
export function readCycles({ surface }: Reading): TextAnswer | null {
  if (surface.text.length > MAX_LENGTH || !surface.text.includes('(')) return null;
  const text = surface.text.replaceAll(SPACING, ' ').replace(NAME, '').replaceAll(/\s+/g, ' ');
  const tight = text.replaceAll(/\( /g, '(').replaceAll(/ \)/g, ')').trim();
  if (!CYCLES.test(tight)) return null;
  const cycles = tight
    .split(')')
    .map((part) => part.replace('(', '').trim())
    .filter((part) => part !== '')
    .map((part) => part.split(' ').map(Number));
  if (!cycles.some((cycle) => cycle.length > 1)) return null;
  if (cycles.some((cycle) => new Set(cycle).size < cycle.length)) return null;
  const moving = cycles.filter((cycle) => cycle.length > 1).map(rotated);
  const entries = moving.flat();
  const disjoint = new Set(entries).size === entries.length;
  const ordered = disjoint ? moving.sort((a, b) => first(a) - first(b)) : moving;
  return { kind: 'text', normal: `permutation ${ordered.map((cycle) => `(${cycle.join(' ')})`).join('')}` };
}
