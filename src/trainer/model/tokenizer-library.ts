import { BackendError, InputError } from '../../support/index.js';
import type { JsonObject } from './read-json.js';

/** Text to ids and back by the rules of a `tokenizer.json`. */
export interface TextCodec {
  /** `whole`: with the tokens that the file puts around a text, such as the one it begins with. */
  encode(text: string, whole: boolean): readonly number[];
  /** Without special tokens. */
  decode(ids: readonly number[]): string;
}

/** The one place that loads @huggingface/tokenizers. Throws {@link BackendError} that names the command that adds it. */
async function loadLibrary(): Promise<typeof import('@huggingface/tokenizers')> {
  try {
    return await import('@huggingface/tokenizers');
  } catch (cause) {
    throw new BackendError(
      'the tokenizer of a checkpoint needs @huggingface/tokenizers: npm install @huggingface/tokenizers',
      { cause },
    );
  }
}

/** Opens a checked `tokenizer.json`. Throws {@link InputError} naming the file for a part the library does not know. */
export async function openCodec(json: JsonObject, config: JsonObject, path: string): Promise<TextCodec> {
  const { Tokenizer } = await loadLibrary();
  const clean = config.clean_up_tokenization_spaces === true;
  try {
    const tokenizer = new Tokenizer(json, config);
    return {
      encode: (text, whole) => tokenizer.encode(text, { add_special_tokens: whole }).ids,
      decode: (ids) =>
        ids.length === 0
          ? ''
          : tokenizer.decode([...ids], { skip_special_tokens: true, clean_up_tokenization_spaces: clean }),
    };
  } catch (error) {
    throw new InputError(
      `${path} is no tokenizer that is read: ${error instanceof Error ? error.message : ''}`,
    );
  }
}
