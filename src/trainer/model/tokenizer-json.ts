import { InputError } from '../../support/index.js';
import { isObject, type JsonObject } from './read-json.js';

/** Parts that a `tokenizer.json` names, be they null. */
const PARTS = ['model', 'normalizer', 'pre_tokenizer', 'post_processor', 'decoder'] as const;

/** What is known of a `tokenizer.json` that was found whole. */
export interface TokenizerFacts {
  /** Ids by token, added tokens included. */
  readonly ids: ReadonlyMap<string, number>;
  /** One more than the greatest id. */
  readonly size: number;
}

/**
 * Checks a `tokenizer.json` before it is used: byte-pair encoding (what the Qwen and Llama families have), every token with an
 * id of its own, merges of known tokens. A tokenizer that lost a part would otherwise go on and give other ids. Throws
 * {@link InputError} naming the file and what is wrong.
 */
export function checkTokenizerJson(json: JsonObject, path: string): TokenizerFacts {
  const refuse = (why: string): InputError => new InputError(`${path} is no tokenizer that is read: ${why}`);
  for (const part of PARTS) if (!Object.hasOwn(json, part)) throw refuse(`it has no '${part}'`);
  const { model } = json;
  if (!isObject(model)) throw refuse("its 'model' is no object");
  if (model.type !== 'BPE') throw refuse(`its model is ${JSON.stringify(model.type)}; BPE is read`);
  const ids = idsOf(model.vocab, refuse);
  checkMerges(model.merges, ids, refuse);
  addAdded(json.added_tokens, ids, refuse);
  return { ids, size: [...ids.values()].reduce((most, id) => Math.max(most, id), -1) + 1 };
}

type Refuse = (why: string) => InputError;

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function idsOf(vocabulary: unknown, refuse: Refuse): Map<string, number> {
  if (!isObject(vocabulary)) throw refuse("'model.vocab' is no object");
  const ids = new Map<string, number>();
  const taken = new Map<number, string>();
  for (const [token, id] of Object.entries(vocabulary)) {
    if (!isId(id)) throw refuse(`the id of '${token}' is ${JSON.stringify(id)}`);
    const other = taken.get(id);
    if (other !== undefined) throw refuse(`'${other}' and '${token}' both have id ${id}`);
    taken.set(id, token);
    ids.set(token, id);
  }
  if (ids.size === 0) throw refuse('its vocabulary is empty');
  return ids;
}

/** A merge is a pair, or in older files two tokens parted by a space; the whole of it is a token too. */
function checkMerges(merges: unknown, ids: ReadonlyMap<string, number>, refuse: Refuse): void {
  if (!Array.isArray(merges)) throw refuse("'model.merges' is no list");
  for (const [i, merge] of merges.entries()) {
    const pair: unknown = typeof merge === 'string' ? merge.split(' ') : merge;
    if (!Array.isArray(pair) || pair.length !== 2) throw refuse(`merge ${i} is no pair`);
    const [left, right] = pair as [unknown, unknown];
    const missing = [left, right, `${String(left)}${String(right)}`].find(
      (token) => typeof token !== 'string' || !ids.has(token),
    );
    if (missing !== undefined)
      throw refuse(`merge ${i} names ${JSON.stringify(missing)}, which is no token of its vocabulary`);
  }
}

function addAdded(added: unknown, ids: Map<string, number>, refuse: Refuse): void {
  if (!Array.isArray(added)) throw refuse("'added_tokens' is no list");
  const names = new Map([...ids].map(([token, id]) => [id, token]));
  for (const entry of added) {
    const { id, content } = isObject(entry) ? entry : {};
    if (!isId(id) || typeof content !== 'string' || content === '')
      throw refuse(`an added token has no id or no content: ${JSON.stringify(entry)?.slice(0, 80)}`);
    const known = ids.get(content) ?? id;
    const other = names.get(id) ?? content;
    if (known !== id || other !== content)
      throw refuse(`the added token '${content}' and '${other}' both have id ${id}`);
    ids.set(content, id);
    names.set(id, content);
  }
}
