import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../support/index.js';
import { type ChatTemplate, openChatTemplate } from './chat-template.js';
import { isObject, type JsonObject, readJson, readJsonIfThere } from './read-json.js';
import type { Tokenizer } from './tokenizer.js';
import { checkTokenizerJson, type TokenizerFacts } from './tokenizer-json.js';
import { openCodec, type TextCodec } from './tokenizer-library.js';

/** The tokenizer of a Hugging Face folder. `decode` leaves special tokens out. */
export interface HuggingFaceTokenizer extends Tokenizer {
  /** What a text begins with that no chat template made: `<s>` and the like, or nothing. */
  readonly beginning: string;
  /** How conversations are written; `null` where the folder says nothing of it. */
  readonly chat: ChatTemplate | null;
}

/** The files of a folder that make its tokenizer; those there are. */
export const tokenizerFiles: readonly string[] = [
  'tokenizer.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'added_tokens.json',
  'vocab.json',
  'merges.txt',
  'tokenizer.model',
  'chat_template.jinja',
  'generation_config.json',
];

/** Names of special tokens, as `tokenizer_config.json` and chat templates have them. */
const SPECIAL = ['bos_token', 'eos_token', 'unk_token', 'pad_token', 'sep_token', 'cls_token'] as const;

/**
 * Reads `tokenizer.json` and what the files beside it say of special tokens, of the end of a response and of chats.
 * `vocabSize`: how many ids the model has. Throws {@link InputError} naming the file that is missing, cut off, damaged or of
 * another model.
 */
export async function loadTokenizer(folder: string, vocabSize: number): Promise<HuggingFaceTokenizer> {
  const path = join(folder, 'tokenizer.json');
  const json = await readJson(path);
  const facts = checkTokenizerJson(json, path);
  if (facts.size > vocabSize)
    throw new InputError(
      `${path} has ids up to ${facts.size - 1}, the model has ${vocabSize}: it is the tokenizer of another model`,
    );
  const config = await readJsonIfThere(join(folder, 'tokenizer_config.json'));
  const special = await specialTokens(folder, config, facts);
  const codec = await openCodec(json, config, path);
  const ends = await endTokens(folder, special, facts);
  const known = new Set(facts.ids.values());
  return {
    vocabSize,
    endTokens: ends,
    padToken: facts.ids.get(special.pad_token ?? '') ?? ([...ends][0] as number),
    encode: (text) => codec.encode(text, false),
    // A model may have more ids than its tokenizer has tokens: those say nothing.
    decode: (tokens) => codec.decode(tokens.filter((id) => known.has(id))),
    beginning: beginningOf(codec, facts),
    chat: await chatTemplate(folder, config, special),
  };
}

/** Special tokens by name: a text, or an object whose `content` is it. */
async function specialTokens(
  folder: string,
  config: JsonObject,
  { ids }: TokenizerFacts,
): Promise<Readonly<Record<string, string>>> {
  const map = await readJsonIfThere(join(folder, 'special_tokens_map.json'));
  const found: Record<string, string> = {};
  for (const name of SPECIAL) {
    const value = config[name] ?? map[name];
    const token = isObject(value) ? value.content : value;
    if (token === undefined || token === null) continue;
    if (typeof token !== 'string' || !ids.has(token))
      throw new InputError(`${folder}: the ${name} ${JSON.stringify(token)} is no token of tokenizer.json`);
    found[name] = token;
  }
  return found;
}

/** What generation stops at in other tools: the ids of `generation_config.json` (or `config.json`), and the `eos_token`. */
async function endTokens(
  folder: string,
  { eos_token: named }: Readonly<Record<string, string>>,
  { ids }: TokenizerFacts,
): Promise<ReadonlySet<number>> {
  const generation = join(folder, 'generation_config.json');
  const model = join(folder, 'config.json');
  const stated =
    idList((await readJsonIfThere(generation)).eos_token_id, generation) ??
    idList((await readJsonIfThere(model)).eos_token_id, model) ??
    [];
  const ends = new Set([...stated, ...(named === undefined ? [] : [ids.get(named) as number])]);
  if (ends.size > 0) return ends;
  throw new InputError(
    `${folder} names no token that ends a response: eos_token_id in generation_config.json or config.json, or eos_token in tokenizer_config.json`,
  );
}

function idList(value: unknown, path: string): readonly number[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((id): id is number => Number.isSafeInteger(id))) return list;
  throw new InputError(`${path}: eos_token_id must be a number or a list; got ${JSON.stringify(value)}`);
}

/** The tokens that the file puts before a text, as text. */
function beginningOf(codec: TextCodec, { ids }: TokenizerFacts): string {
  const plain = codec.encode('a', false);
  const whole = codec.encode('a', true);
  const start = whole.findIndex((_, i) => plain.every((id, k) => whole[i + k] === id));
  const names = new Map([...ids].map(([token, id]) => [id, token]));
  return whole
    .slice(0, Math.max(0, start))
    .map((id) => names.get(id) ?? '')
    .join('');
}

/** A file of its own comes before what `tokenizer_config.json` says; of several templates the default one is taken. */
async function chatTemplate(
  folder: string,
  config: JsonObject,
  special: Readonly<Record<string, string>>,
): Promise<ChatTemplate | null> {
  const file = join(folder, 'chat_template.jinja');
  if (existsSync(file)) return openChatTemplate(await readFile(file, 'utf8'), special, file);
  const { chat_template: stated } = config;
  const listed: readonly unknown[] = Array.isArray(stated) ? stated : [];
  const named = listed.find((entry) => isObject(entry) && entry.name === 'default');
  const source = isObject(named) ? named.template : stated;
  return typeof source === 'string'
    ? openChatTemplate(source, special, join(folder, 'tokenizer_config.json'))
    : null;
}
