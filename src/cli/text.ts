import { own } from './path.js';

/** A number as the text a person would write; integers beyond 2^53 keep the digits that JSON gave us. */
const numberText = (value: number | bigint): string => String(value);

const isMessage = (value: unknown): boolean =>
  typeof own(value, 'role') === 'string' && own(value, 'content') !== undefined;

/** The text of one message or content part: a string, `{text}`, `{content}`, or a list of such parts joined. */
function partText(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value;
  if (depth > 4) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map((part) => partText(part, depth + 1)).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('');
  }
  return partText(own(value, 'text') ?? own(value, 'content') ?? null, depth + 1);
}

/** The text of the last message by `role` in a conversation, or undefined. */
function lastMessage(messages: readonly unknown[], role: string): string | undefined {
  const message = messages.findLast((item) => own(item, 'role') === role);
  return message === undefined ? undefined : partText(own(message, 'content'));
}

/** A scalar as text; booleans as Python and people write them. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return numberText(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return undefined;
}

/**
 * The responses a field holds: one string, several strings (samples of one problem), a conversation (its last
 * assistant message), a list of conversations, or nested lists as lm-eval writes them. Absent: undefined.
 */
export function responseTexts(value: unknown): readonly string[] | undefined {
  const scalar = scalarText(value);
  if (scalar !== undefined) return [scalar];
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isMessage)) {
      const text = lastMessage(value, 'assistant');
      return text === undefined ? undefined : [text];
    }
    const samples = value.flatMap((item) => responseTexts(item) ?? ['']);
    return samples.length === 0 ? undefined : samples;
  }
  const text = partText(own(value, 'content') ?? own(value, 'text') ?? null);
  return text === undefined ? undefined : [text];
}

/** The golds a field holds: one text or several acceptable ones. Absent, null or an object: undefined. */
export function goldTexts(value: unknown): string | readonly string[] | undefined {
  const scalar = scalarText(value);
  if (scalar !== undefined) return scalar;
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(scalarText).filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  return texts.length === 1 ? (texts[0] as string) : texts;
}

/** The problem statement a field holds: text, or the last user message of a conversation. */
export function problemText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isMessage)) return lastMessage(value, 'user');
  return undefined;
}
