import type { Facts, Rollout } from './rollout.js';
import type { Need } from './signal.js';
import { codePoints } from './text/characters.js';
import { words } from './text/words.js';

/** What a length is counted in: tokens as recorded, Unicode characters, or words between white space. */
export type LengthUnit = 'tokens' | 'chars' | 'words';

/** The parameter that chooses a {@link LengthUnit}. */
export const lengthUnit: {
  readonly kind: 'choice';
  readonly default: 'tokens';
  readonly choices: readonly LengthUnit[];
  readonly what: string;
} = {
  kind: 'choice',
  default: 'tokens',
  choices: ['tokens', 'chars', 'words'],
  what: 'what length is counted in: recorded tokens, Unicode characters, words between white space',
};

/** What reading a length in this unit needs. */
export const needsOfLength = (unit: LengthUnit): readonly Need[] => (unit === 'tokens' ? ['tokens'] : []);

/** The length of a response, ≥ 0; `null` without a usable token count. */
export function lengthOf({ text, tokens }: Rollout, unit: LengthUnit): number | null {
  if (unit === 'chars') return codePoints(text);
  if (unit === 'words') return words(text).length;
  return tokens !== undefined && tokens >= 0 && tokens <= Number.MAX_SAFE_INTEGER ? tokens : null;
}

/** Right or wrong, `null` where the verdict is missing or the gold is unusable. */
export const correctOf = ({ correct }: Facts): boolean | null =>
  typeof correct === 'boolean' ? correct : null;

/** The number, `null` unless it is there and finite. */
export const finiteOf = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A further fact by its name. */
export const extraOf = ({ extra }: Facts, name: string): number | null =>
  extra !== undefined && Object.hasOwn(extra, name) ? finiteOf(extra[name]) : null;

/** The smallest range that holds all these numbers. */
export const hull = (...values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

/** The value held to [min, max]. */
export const held = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** `share` of the way from `from` to `to`, share in [0, 1]: exact at both ends and never beyond them. */
export const between = (from: number, to: number, share: number): number =>
  held(from * (1 - share) + to * share, Math.min(from, to), Math.max(from, to));
