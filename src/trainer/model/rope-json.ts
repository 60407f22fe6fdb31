import { InputError } from '../../support/index.js';
import { isObject, type JsonObject } from './read-json.js';
import type { RopeScaling, RopeSettings } from './rope.js';

/**
 * The rotary positions of a `config.json`: older files write `rope_theta` and `rope_scaling`, newer ones both in
 * `rope_parameters`. Throws {@link InputError} naming the file and the field, and the kinds of scaling that are not read.
 */
export function readRope(json: JsonObject, path: string): Omit<RopeSettings, 'headSize'> {
  const place = given(json.rope_scaling) ? 'rope_scaling' : 'rope_parameters';
  const settings = json[place] ?? {};
  if (!isObject(settings))
    throw new InputError(`${path}: ${place} must be an object; got ${shown(settings)}`);
  const scaling = readScaling(settings, json, `${path}: ${place}`);
  return {
    ropeTheta: positive(settings.rope_theta ?? json.rope_theta ?? 10_000, `${path}: rope_theta`),
    ...(scaling === null ? {} : { ropeScaling: scaling }),
  };
}

function readScaling(settings: JsonObject, json: JsonObject, at: string): RopeScaling | null {
  const kind = settings.rope_type ?? settings.type ?? 'default';
  const number = (name: string): number => positive(settings[name], `${at}.${name}`);
  switch (kind) {
    case 'default':
      if (settings.factor === undefined) return null;
      throw new InputError(`${at} has a factor and no rope_type: how positions are scaled is not said`);
    case 'linear':
      return { kind: 'linear', factor: number('factor') };
    case 'llama3': {
      const positions = json.original_max_position_embeddings ?? settings.original_max_position_embeddings;
      const [low, high] = [number('low_freq_factor'), number('high_freq_factor')];
      if (low >= high)
        throw new InputError(`${at}.low_freq_factor (${low}) must be below high_freq_factor (${high})`);
      return {
        kind: 'llama3',
        factor: number('factor'),
        lowFrequency: low,
        highFrequency: high,
        originalPositions: positive(
          positions ?? json.max_position_embeddings,
          `${at}.original_max_position_embeddings`,
        ),
      };
    }
    default:
      throw new InputError(
        `${at} is ${shown(settings)}; of rope_type default, linear and llama3 are read, the model would see wrong positions`,
      );
  }
}

/** The same settings as `config.json` has them. */
export function ropeJson({ ropeTheta, ropeScaling }: Omit<RopeSettings, 'headSize'>): JsonObject {
  if (ropeScaling === undefined) return { rope_theta: ropeTheta };
  const { kind, factor } = ropeScaling;
  const bounds =
    kind === 'linear'
      ? {}
      : {
          low_freq_factor: ropeScaling.lowFrequency,
          high_freq_factor: ropeScaling.highFrequency,
          original_max_position_embeddings: ropeScaling.originalPositions,
        };
  return { rope_theta: ropeTheta, rope_scaling: { rope_type: kind, factor, ...bounds } };
}

/** As transformers has it, nothing in braces is not there either. */
const given = (value: unknown): boolean =>
  isObject(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null;

function positive(value: unknown, what: string): number {
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value;
  throw new InputError(`${what} must be a positive number; got ${shown(value)}`);
}

const shown = (value: unknown): string => String(JSON.stringify(value)).slice(0, 120);
