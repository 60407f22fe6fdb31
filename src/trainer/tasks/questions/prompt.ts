import { ConfigError } from '../../../support/index.js';
import type { Message } from '../../model/chat-template.js';
import type { HuggingFaceTokenizer } from '../../model/huggingface-tokenizer.js';
import type { Question } from './question.js';

/** What a question becomes before the policy sees it. */
export interface PromptOptions {
  /** Put after the question, one space between; `''` for nothing. Default {@link stepByStep}. */
  readonly suffix?: string;
  /** A system message before the conversation, where the question has none. */
  readonly system?: string;
  /** `chat`: by the tokenizer's chat template; `plain`: the text alone. Default: `chat` where there is a template. */
  readonly form?: 'chat' | 'plain';
}

/** What is put after every training question (papers/01 §2.1). */
export const stepByStep = "Let's think step by step and output the final answer within \\boxed{}.";

/** The text the policy goes on from. Throws {@link ConfigError} for a chat without a template. */
export function promptOf(
  { problem }: Question,
  { chat, beginning }: Pick<HuggingFaceTokenizer, 'chat' | 'beginning'>,
  { suffix = stepByStep, system, form = chat === null ? 'plain' : 'chat' }: PromptOptions = {},
): string {
  const asked: readonly Message[] =
    typeof problem === 'string' ? [{ role: 'user', content: problem }] : problem;
  const messages = asked.map((message, i) =>
    i === asked.length - 1 && suffix !== ''
      ? { ...message, content: `${message.content} ${suffix}` }
      : message,
  );
  if (form === 'plain') return beginning + messages.map(({ content }) => content).join('\n\n');
  if (chat === null)
    throw new ConfigError('the tokenizer has no chat template; prompts must be plain', 'form');
  const led = system === undefined || messages[0]?.role === 'system';
  return chat.prompt(led ? messages : [{ role: 'system', content: system }, ...messages]);
}
