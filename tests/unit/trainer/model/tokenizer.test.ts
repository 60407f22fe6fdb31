import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/trainer/model/chat-template.js';
import { loadTokenizer } from '../../../../src/trainer/model/huggingface-tokenizer.js';
import { root } from '../../../helpers/source-files.js';

const models = join(root, 'fixtures', 'models');
const scratch = mkdtempSync(join(tmpdir(), 'touchstone-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What transformers makes of texts with the tokenizer of a folder. */
interface Expected {
  readonly texts: readonly {
    readonly text: string;
    readonly ids: readonly number[];
    readonly decoded: string;
  }[];
  readonly beginning: readonly number[];
  readonly chats: readonly {
    readonly messages: readonly Message[];
    readonly text: string;
    readonly ids: readonly number[];
  }[];
}

const SIZE = 1000;

describe.each([
  ['qwen2-tiny', { ends: [342, 340], pad: 340, chats: 3, texts: 115 }],
  ['llama-tiny', { ends: [334, 331], pad: 334, chats: 3, texts: 115 }],
  ['llama2-tokenizer', { ends: [2], pad: 2, chats: 0, texts: 115 }],
])('%s, a tokenizer written by transformers', async (name, wanted) => {
  const folder = join(models, name);
  const expected = JSON.parse(readFileSync(join(folder, 'expected-texts.json'), 'utf8')) as Expected;
  const tokenizer = await loadTokenizer(folder, SIZE);

  test('texts have the ids and readings that transformers gives', () => {
    expect(expected.texts).toHaveLength(wanted.texts);
    for (const { text, ids, decoded } of expected.texts) {
      expect({ text, ids: tokenizer.encode(text) }).toEqual({ text, ids });
      // The library's decoder of byte tokens drops a byte order mark.
      if (name === 'llama2-tokenizer' && text.includes('\ufeff')) continue;
      expect({ text, decoded: tokenizer.decode(ids) }).toEqual({ text, decoded });
    }
  });

  test('a text begins as the file says', () => {
    expect(tokenizer.encode(tokenizer.beginning)).toEqual(expected.beginning);
  });

  test('chats are written as transformers writes them', () => {
    expect(expected.chats).toHaveLength(wanted.chats);
    if (wanted.chats === 0) expect(tokenizer.chat).toBeNull();
    for (const { messages, text, ids } of expected.chats) {
      expect(tokenizer.chat?.prompt(messages)).toBe(text);
      expect(tokenizer.encode(text)).toEqual(ids);
    }
  });

  test('responses end by the tokens of the configuration, rows are filled up', () => {
    expect([...tokenizer.endTokens]).toEqual(wanted.ends);
    expect(tokenizer.padToken).toBe(wanted.pad);
  });

  test('any text in composed form is read back, without special tokens', () => {
    const plain = /<|\p{Cs}|^ | $/u;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (drawn) => {
        const text = drawn.normalize('NFC');
        fc.pre(!plain.test(text));
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
    );
  });

  test('ids without a token say nothing', () => {
    expect(tokenizer.decode([SIZE - 1])).toBe('');
    expect(tokenizer.decode([...tokenizer.encode('ab'), SIZE - 1])).toBe('ab');
  });
});

/** A copy of a fixture with files changed: `null` removes one, text replaces it, an object goes over what is there. */
function changed(name: string, files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(scratch, 'tokenizer-'));
  cpSync(join(models, name), folder, { recursive: true });
  for (const [file, change] of Object.entries(files)) {
    const path = join(folder, file);
    if (change === null) rmSync(path);
    else if (typeof change === 'string') writeFileSync(path, change);
    else if (typeof change === 'function') writeFileSync(path, change(readFileSync(path, 'utf8')));
    else
      writeFileSync(
        path,
        JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...(change as object) }),
      );
  }
  return folder;
}

/** `tokenizer.json` with a part of its model changed. */
const model =
  (change: Readonly<Record<string, unknown>>) =>
  (text: string): string => {
    const json = JSON.parse(text) as { model: object };
    return JSON.stringify({ ...json, model: { ...json.model, ...change } });
  };

describe('what is refused, by the name of the file', () => {
  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['no tokenizer', { 'tokenizer.json': null }, 'tokenizer.json: ENOENT'],
    [
      'one that is cut off',
      { 'tokenizer.json': (text: string) => text.slice(0, text.length / 2) },
      'is not JSON',
    ],
    ['a list', { 'tokenizer.json': '[]' }, 'is not a JSON object'],
    ['something else', { 'tokenizer.json': '{"a": 1}' }, "it has no 'model'"],
    ['another kind of model', { 'tokenizer.json': model({ type: 'WordPiece' }) }, 'its model is "WordPiece"'],
    ['no vocabulary', { 'tokenizer.json': model({ vocab: [] }) }, "'model.vocab' is no object"],
    ['an empty vocabulary', { 'tokenizer.json': model({ vocab: {}, merges: [] }) }, 'vocabulary is empty'],
    ['an id that is none', { 'tokenizer.json': model({ vocab: { a: -1 } }) }, "the id of 'a' is -1"],
    ['an id twice', { 'tokenizer.json': model({ vocab: { a: 1, b: 1 } }) }, "'a' and 'b' both have id 1"],
    [
      'a merge that lost its token',
      { 'tokenizer.json': model({ vocab: { a: 0, b: 1 }, merges: [['a', 'b']] }) },
      'merge 0 names "ab"',
    ],
    ['a merge of three', { 'tokenizer.json': model({ merges: [['a', 'b', 'c']] }) }, 'merge 0 is no pair'],
    ['merges that are none', { 'tokenizer.json': model({ merges: 'a b' }) }, "'model.merges' is no list"],
    [
      'an added token of a taken id',
      { 'tokenizer.json': { added_tokens: [{ id: 3, content: '<new>' }] } },
      "'<new>' and",
    ],
    [
      'an added token without content',
      { 'tokenizer.json': { added_tokens: [{ id: 900 }] } },
      'no id or no content',
    ],
    [
      'a step that is not known',
      { 'tokenizer.json': { pre_tokenizer: { type: 'Magic' } } },
      'Unknown PreTokenizer type: Magic',
    ],
    [
      'an end token of another tokenizer',
      { 'tokenizer_config.json': { eos_token: '</s>' } },
      'the eos_token "</s>" is no token',
    ],
    [
      'an end that is no id',
      { 'generation_config.json': { eos_token_id: 'x' } },
      'eos_token_id must be a number',
    ],
    [
      'no end at all',
      {
        'generation_config.json': null,
        'config.json': { eos_token_id: null },
        'tokenizer_config.json': '{}',
      },
      'names no token that ends a response',
    ],
    [
      'a template that cannot be read',
      { 'chat_template.jinja': '{% if %}' },
      'chat_template.jinja: the chat template cannot be read',
    ],
  ])('%s', async (_, files, message) => {
    await expect(loadTokenizer(changed('qwen2-tiny', files), SIZE)).rejects.toThrow(message);
  });

  test('the tokenizer of a larger model', async () => {
    await expect(loadTokenizer(join(models, 'qwen2-tiny'), 340)).rejects.toThrow(
      'has ids up to 344, the model has 340: it is the tokenizer of another model',
    );
  });

  test('messages that a template refuses, in its words', async () => {
    const folder = changed('qwen2-tiny', { 'chat_template.jinja': "{{ raise_exception('users only') }}" });
    const { chat } = await loadTokenizer(folder, SIZE);
    expect(() => chat?.prompt([])).toThrow('chat_template.jinja: the chat template refuses');
    expect(() => chat?.prompt([])).toThrow('users only');
  });
});

describe('where the files differ in form', () => {
  const messages: readonly Message[] = [{ role: 'user', content: 'x' }];

  test('merges as pairs of words in one text', async () => {
    const joined = (text: string): string => {
      const json = JSON.parse(text) as { model: { merges: readonly (readonly string[])[] } };
      return model({ merges: json.model.merges.map((pair) => pair.join(' ')) })(text);
    };
    const older = await loadTokenizer(changed('qwen2-tiny', { 'tokenizer.json': joined }), SIZE);
    const newer = await loadTokenizer(join(models, 'qwen2-tiny'), SIZE);
    const text = 'What is the sum of 12 and 30?';
    expect(older.encode(text)).toEqual(newer.encode(text));
  });

  test.each([
    ['a text', '{{ messages[0].content }}!{{ eos_token }}'],
    [
      'a list with a default',
      [
        { name: 'tools', template: 'no' },
        { name: 'default', template: '{{ messages[0].content }}!{{ eos_token }}' },
      ],
    ],
  ])('a template as %s in tokenizer_config.json', async (_, template) => {
    const folder = changed('qwen2-tiny', {
      'chat_template.jinja': null,
      'tokenizer_config.json': { chat_template: template, eos_token: { content: '<|im_end|>' } },
    });
    expect((await loadTokenizer(folder, SIZE)).chat?.prompt(messages)).toBe('x!<|im_end|>');
  });

  test('a template that prints the date prints the same one every day', async () => {
    const folder = changed('qwen2-tiny', { 'chat_template.jinja': "{{ strftime_now('%d %b %Y') }}" });
    expect((await loadTokenizer(folder, SIZE)).chat?.prompt(messages)).toBe('26 Jul 2024');
  });

  test('special tokens in a file of their own; an end in config.json alone', async () => {
    const folder = changed('qwen2-tiny', {
      'generation_config.json': null,
      'config.json': { eos_token_id: 340 },
      'tokenizer_config.json': '{}',
      'special_tokens_map.json': '{"pad_token": "<|im_start|>"}',
    });
    const tokenizer = await loadTokenizer(folder, SIZE);
    expect([...tokenizer.endTokens]).toEqual([340]);
    expect(tokenizer.padToken).toBe(341);
  });
});
