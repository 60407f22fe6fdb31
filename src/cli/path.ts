import { ConfigError } from '../support/index.js';

/**
 * One step of a field path. Paths are how users (and the table of shapes) say where a field lies in a record:
 * `resps[0][0]`, `messages[-1].content`, `outputs[].text` (several values), `content[+].text` (joined text),
 * `messages[role=assistant].content` (the last item whose field has that value),
 * `doc.choices[doc.gold_index]` (an index found elsewhere in the record), `["odd key"]`.
 */
export type Step =
  | { readonly step: 'key'; readonly key: string }
  | { readonly step: 'index'; readonly index: number }
  | { readonly step: 'each' }
  | { readonly step: 'join' }
  | { readonly step: 'where'; readonly path: readonly Step[]; readonly value: string }
  | { readonly step: 'index-at'; readonly path: readonly Step[] };

/** A parsed path with its spelling. */
export interface FieldPath {
  readonly text: string;
  readonly steps: readonly Step[];
}

const NAME = /[^.[\]]+/y;
const BRACKET = /\[("(?:[^"\\]|\\.)*"|[^[\]]*)\]/y;

function bracketStep(inside: string, text: string): Step {
  if (inside === '') return { step: 'each' };
  if (inside === '+') return { step: 'join' };
  if (/^-?\d{1,9}$/.test(inside)) return { step: 'index', index: Number(inside) };
  if (inside.startsWith('"')) return { step: 'key', key: unquote(inside, text) };
  const equals = inside.indexOf('=');
  if (equals > 0) {
    return { step: 'where', path: parsePath(inside.slice(0, equals)).steps, value: inside.slice(equals + 1) };
  }
  return { step: 'index-at', path: parsePath(inside).steps };
}

function unquote(inside: string, text: string): string {
  try {
    return String(JSON.parse(inside));
  } catch {
    throw new ConfigError(`the quoted key ${inside} in the field path '${text}' is not a JSON string`);
  }
}

/** Reads a field path; throws {@link ConfigError} where it is malformed. */
export function parsePath(text: string): FieldPath {
  const steps: Step[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  while (at < text.length) {
    if (text[at] === '.' && steps.length > 0 && at + 1 < text.length && text[at + 1] !== '.') at += 1;
    const bracket = take(BRACKET);
    const name = bracket === null ? take(NAME) : null;
    if (bracket !== null) steps.push(bracketStep(bracket[1] ?? '', text));
    else if (name !== null) steps.push({ step: 'key', key: name[0] });
    else throw badPath(text, at);
  }
  if (steps.length === 0) throw badPath(text, 0);
  return { text, steps };
}

const badPath = (text: string, at: number): ConfigError =>
  new ConfigError(
    `'${text}' is not a field path (position ${at + 1}); write it as in resps[0][0], doc.answer or outputs[].text`,
  );

/** An own property of an object, never one that its prototype brings. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function follow(value: unknown, steps: readonly Step[], root: unknown): unknown {
  let current = value;
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] as Step;
    if (current === undefined || current === null) return undefined;
    if (step.step === 'key') {
      current = own(current, step.key);
      continue;
    }
    if (!Array.isArray(current)) return undefined;
    const rest = steps.slice(at + 1);
    switch (step.step) {
      case 'index':
        current = current.at(step.index);
        break;
      case 'index-at':
        current = itemAt(current, follow(root, step.path, root));
        break;
      case 'where':
        current = current.findLast((item) => follow(item, step.path, item) === step.value);
        break;
      case 'each':
        return presentOnly(current.map((item) => follow(item, rest, root)));
      case 'join':
        return joined(current.map((item) => follow(item, rest, root)));
    }
  }
  return current;
}

/** The item (or items) at an index that the record itself gives. */
function itemAt(items: readonly unknown[], index: unknown): unknown {
  if (typeof index === 'number') return items.at(index);
  if (Array.isArray(index)) return index.map((one) => (typeof one === 'number' ? items.at(one) : undefined));
  return undefined;
}

const presentOnly = (values: readonly unknown[]): readonly unknown[] | undefined =>
  values.some((value) => value !== undefined) ? values : undefined;

function joined(values: readonly unknown[]): string | undefined {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === 0 ? undefined : texts.join('');
}

/** What lies at `path` in `record`; a top-level key spelled like the whole path comes first. */
export function readPath(record: unknown, path: FieldPath): unknown {
  const literal = own(record, path.text);
  return literal === undefined ? follow(record, path.steps, record) : literal;
}
