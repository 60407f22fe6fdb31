import { ConfigError } from '../../support/index.js';
import { genericFields } from './generic.js';
import { type FieldChoice, firstPresent, type Records, share, sideFields } from './presence.js';
import type { Fields, Shape } from './types.js';

/** A shape's own fields must be in this share of the sample: a few broken records do not hide it. */
const NEARLY_ALL = 0.8;

const fits = (shape: Shape, records: Records): boolean =>
  shape.needs.every((path) => share(records, path) >= NEARLY_ALL) &&
  (shape.without ?? []).every((path) => share(records, path) === 0);

/** The fields of one shape with the user's choices on top; null where a needed one is missing. */
function fieldsOf(shape: Shape, records: Records, choice: FieldChoice): Fields | null {
  const response = choice.response ?? firstPresent(records, shape.response, 'response');
  const label = choice.label ?? (choice.goldsElsewhere ? null : firstPresent(records, shape.label, 'label'));
  if (response === null || (label === null && !choice.goldsElsewhere)) return null;
  return {
    shape: shape.name,
    response,
    label,
    ...sideFields(records, choice, shape.problem, shape.id),
    countOnce: shape.countOnce ?? null,
  };
}

/** A field the user named must exist in at least one record of the sample. */
function checkChoice(records: Records, choice: FieldChoice, file: string): void {
  for (const role of ['response', 'label', 'problem', 'id'] as const) {
    const path = choice[role];
    if (path === undefined || (role === 'problem' && path === 'none')) continue;
    if (share(records, path) > 0) continue;
    throw new ConfigError(
      `${file}: no record has a field '${path}' (--${role}); the first has: ${Object.keys(records[0] ?? {}).join(', ')}`,
    );
  }
}

/** The fields of a file, and who chose them. */
export interface Detection {
  readonly fields: Fields;
  /** True when the user named both the response and the label. */
  readonly given: boolean;
}

/** Finds the fields of a file from its first records. Throws {@link ConfigError} when that is not possible. */
export function detect(
  records: Records,
  choice: FieldChoice,
  file: string,
  shapes: readonly Shape[],
): Detection {
  checkChoice(records, choice, file);
  const given =
    choice.response !== undefined && (choice.label !== undefined || choice.goldsElsewhere === true);
  for (const shape of shapes) {
    if (!fits(shape, records)) continue;
    const fields = fieldsOf(shape, records, choice);
    if (fields !== null) return { fields, given };
  }
  return { fields: genericFields(records, choice, file), given };
}
