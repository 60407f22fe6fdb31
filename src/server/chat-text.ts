/** Marks that open an assistant's turn in common chat templates, each followed by the response. */
const ASSISTANT_TURNS: readonly string[] = [
  '<|im_start|>assistant\n',
  '<|start_header_id|>assistant<|end_header_id|>\n\n',
  '<start_of_turn>model\n',
  '<｜Assistant｜>',
  '<|assistant|>\n',
  '[/INST]',
  '\nAssistant: ',
];

/** Marks that end a turn; a decoder that keeps special tokens leaves them in the text. */
const END_MARKS: readonly string[] = [
  '<|im_end|>',
  '<|endoftext|>',
  '<|eot_id|>',
  '<|end_of_text|>',
  '<|end|>',
  '<end_of_turn>',
  '<｜end▁of▁sentence｜>',
  '<|eom_id|>',
  '<eos>',
  '<pad>',
  '</s>',
];

/**
 * The response within a decoded prompt and response. The prompt is cut off where the text begins with it; a decoder may
 * have spelled it otherwise, and then the last assistant's turn is the response.
 */
export function responseOf(whole: string, prompt: string | undefined): string {
  if (prompt !== undefined && prompt !== '' && whole.startsWith(prompt))
    return withoutEndMarks(whole.slice(prompt.length));
  const starts = ASSISTANT_TURNS.map((mark) => {
    const at = whole.lastIndexOf(mark);
    return at < 0 ? 0 : at + mark.length;
  });
  return withoutEndMarks(whole.slice(Math.max(0, ...starts)));
}

/** A text without the end marks and padding after it. Linear: each mark taken off is shorter than what is left. */
export function withoutEndMarks(text: string): string {
  let end = text.trimEnd().length;
  for (;;) {
    const mark = END_MARKS.find((candidate) => text.endsWith(candidate, end));
    if (mark === undefined) return text.slice(0, end);
    end -= mark.length;
    while (end > 0 && /\s/.test(text[end - 1] as string)) end -= 1;
  }
}
