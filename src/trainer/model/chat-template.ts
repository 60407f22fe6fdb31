import { BackendError, InputError } from '../../support/index.js';

/** One turn of a conversation. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Conversations as the text a model was trained on. */
export interface ChatTemplate {
  /** The text up to where the assistant answers. Throws {@link InputError} with the template's own words where it refuses. */
  prompt(messages: readonly Message[]): string;
}

/** Put before templates that print the date: a prompt must not change from one day to the next. */
const FIXED_DATE = '{%- macro strftime_now(format) -%}26 Jul 2024{%- endmacro %}';

/** The one place that loads @huggingface/jinja. Throws {@link BackendError} that names the command that adds it. */
async function loadLibrary(): Promise<typeof import('@huggingface/jinja')> {
  try {
    return await import('@huggingface/jinja');
  } catch (cause) {
    throw new BackendError(
      'the chat template of a checkpoint needs @huggingface/jinja: npm install @huggingface/jinja',
      { cause },
    );
  }
}

/**
 * Reads a Jinja chat template, given the special tokens by their names (`bos_token` …) as transformers gives them. `path` is
 * where it stands. Throws {@link InputError} naming it for one that cannot be read.
 */
export async function openChatTemplate(
  source: string,
  specialTokens: Readonly<Record<string, string>>,
  path: string,
): Promise<ChatTemplate> {
  const { Template } = await loadLibrary();
  const told = <T>(what: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new InputError(`${path}: ${what}: ${error instanceof Error ? error.message : ''}`);
    }
  };
  const template = told('the chat template cannot be read', () => {
    const dated = source.includes('strftime_now');
    return new Template(dated ? FIXED_DATE + source : source);
  });
  return {
    prompt: (messages) =>
      told('the chat template refuses the messages', () =>
        template.render({
          ...specialTokens,
          messages,
          tools: null,
          documents: null,
          add_generation_prompt: true,
        }),
      ),
  };
}
