import { ConfigError } from '../../support/index.js';
import { own } from '../path.js';
import { genericNames } from './names.js';
import { type FieldChoice, firstPresent, HALF, type Records, share, sideFields } from './presence.js';
import type { Fields } from './types.js';

/** Refuses with the candidates and the flag that settles it. */
function ambiguous(file: string, role: 'response' | 'label', names: readonly string[]): ConfigError {
  const what = role === 'response' ? "the model's response" : 'the gold';
  const flags = names.map((name) => `--${role} ${name}`).join(' or ');
  return new ConfigError(`${file}: ${quoted(names)} may each be ${what}; choose with ${flags}`);
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' and ');

const alike = (records: Records, names: readonly string[]): boolean =>
  records.every((record) =>
    names.every((name) => String(own(record, name)) === String(own(record, names[0] as string))),
  );

function missing(file: string, records: Records, role: 'response' | 'label'): ConfigError {
  const fields = Object.keys(records[0] ?? {});
  const alpaca =
    fields.includes('instruction') && fields.includes('output')
      ? " ('output' is the gold in Alpaca data)"
      : '';
  const hint =
    role === 'response'
      ? 'name it with --response FIELD'
      : 'name it with --label FIELD, or give the golds with --gold FILE --on FIELD';
  const what = role === 'response' ? "model's response" : 'gold';
  return new ConfigError(
    `${file}: found no field that holds the ${what}${alpaca}; ${hint}. Fields: ${fields.join(', ')}`,
  );
}

function responseName(records: Records, choice: FieldChoice, file: string): string | null {
  if (choice.response !== undefined) return choice.response;
  const present = (names: readonly string[]): string[] =>
    names.filter((name) => name !== choice.label && share(records, name, 'response') >= HALF);
  const whole = present(genericNames.whole);
  if (whole.length > 1 && !alike(records, whole)) throw ambiguous(file, 'response', whole);
  if (whole[0] !== undefined) return whole[0];
  const short = present(genericNames.short);
  if (short.length > 1 && !alike(records, short)) throw ambiguous(file, 'response', short);
  return short[0] ?? null;
}

function labelName(
  records: Records,
  choice: FieldChoice,
  response: string | null,
  file: string,
): string | null {
  if (choice.label !== undefined) return choice.label;
  const present = (names: readonly string[]): string[] =>
    names.filter((name) => name !== response && share(records, name, 'label') >= HALF);
  const reference = present(genericNames.reference);
  const either = present(genericNames.either);
  if (response === null) {
    // With no response by name, `answer` beside a reference may be the model's: nothing tells.
    const both = [...either, ...reference];
    if (either.length > 0 && both.length > 1) throw ambiguous(file, 'response', both);
    return null;
  }
  if (reference.length > 1 && !alike(records, reference)) throw ambiguous(file, 'label', reference);
  return reference[0] ?? either[0] ?? null;
}

/** Fields by their usual names, where no tool's shape fits. Throws {@link ConfigError} when they are not plain. */
export function genericFields(records: Records, choice: FieldChoice, file: string): Fields {
  const response = responseName(records, choice, file);
  const label = choice.goldsElsewhere ? null : labelName(records, choice, response, file);
  if (response === null) throw missing(file, records, 'response');
  if (label === null && !choice.goldsElsewhere) throw missing(file, records, 'label');
  return { shape: 'records', response, label, ...sideFields(records, choice, [], []), countOnce: null };
}

/** The field of a file of golds: the user's, or the first usual name that is present. */
export function labelField(records: Records, label: string | undefined, file: string): string {
  if (label !== undefined) return label;
  const { reference, either } = genericNames;
  const paths = [...reference, ...either, 'reward_model.ground_truth', 'reward_spec.ground_truth'];
  const found = firstPresent(records, paths, 'label');
  if (found === null) throw missing(file, records, 'label');
  return found;
}
