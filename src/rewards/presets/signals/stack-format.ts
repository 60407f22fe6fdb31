import { defineSignal } from '../../define.js';
import type { Signal } from '../../signal.js';
import { afterSpace, lastCharacters } from '../../text/characters.js';

type Test = (text: string) => boolean;

const OPEN = '<think>';
const CLOSE = '</think>';

/** The end of the first `part` at or after `from`, or −1; −1 stays −1. */
function after(text: string, part: string, from: number): number {
  const at = from < 0 ? -1 : text.indexOf(part, from);
  return at < 0 ? -1 : at + part.length;
}

/** The end of the first `next` that only white space parts from a `</think>` at or after `from`, or −1. */
function afterThought(text: string, next: string, from: number): number {
  for (let end = after(text, CLOSE, from); end >= 0; end = after(text, CLOSE, end)) {
    const start = afterSpace(text, end);
    if (text.startsWith(next, start)) return start + next.length;
  }
  return -1;
}

const opened = (text: string): number => (text.startsWith(OPEN) ? OPEN.length : -1);

/** ms-swift `react_format`: a thought, white space, an action and somewhere after it its input. */
const swiftReact: Test = (text) =>
  after(text, 'Action Input:', afterThought(text, 'Action:', opened(text))) >= 0;

/** verl `geo3k`: a thought from the first character on and after it a box; unlike EasyR1, white space stands. */
const verlGeo3k: Test = (text) => {
  const box = after(text, '\\boxed{', after(text, CLOSE, opened(text)));
  return after(text, '}', box) >= 0;
};

/** open-instruct: the end of a thought, white space, an answer; anything before and behind. */
const openInstruct: Test = (text) => after(text, '</answer>', afterThought(text, '<answer>', 0)) >= 0;

/** verl `gsm8k` read flexibly: any digit, point or comma among the last 300 characters. */
const gsm8kFlexible: Test = (text) => /[0-9.,]/.test(lastCharacters(text, 300));

const BOX = '\\boxed';

/** tinker-cookbook `extract_boxed`: a box whose braces match, or `\boxed 7`; one `}` too many before the end spoils it. */
const tinker: Test = (text) => {
  const open: number[] = [];
  let found = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(at);
    if (text[at] !== '}') continue;
    const start = open.pop();
    if (start === undefined) return false;
    found ||= text.slice(Math.max(0, start - BOX.length), start) === BOX;
  }
  return found || hasBareBox(text);
};

function hasBareBox(text: string): boolean {
  for (let end = after(text, BOX, 0); end >= 0; end = after(text, BOX, end)) {
    const start = afterSpace(text, end);
    if (start > end && /[a-zA-Z0-9]/.test(text.charAt(start))) return true;
  }
  return false;
}

const NAMES = ['swift-react', 'verl-geo3k', 'open-instruct', 'gsm8k-flexible', 'tinker'] as const;

const dialects: Readonly<Record<(typeof NAMES)[number], Test>> = {
  'swift-react': swiftReact,
  'verl-geo3k': verlGeo3k,
  'open-instruct': openInstruct,
  'gsm8k-flexible': gsm8kFlexible,
  tinker,
};

/**
 * Patterns of stacks that only their presets need, decided exactly as the stack decides them, holes included. For a
 * new reward take `format`, whose holes are closed.
 */
export const stackFormat: Signal = defineSignal({
  name: 'stack-format',
  summary: 'whether the response matches a pattern of a training stack, holes included',
  source: 'ms-swift, verl, open-instruct, tinker-cookbook; see docs/presets.md',
  parameters: { dialect: { kind: 'choice', default: 'verl-geo3k', choices: NAMES, what: 'whose pattern' } },
  range: () => [0, 1],
  score: ({ text }, { dialect }) => (dialects[dialect](text) ? 1 : 0),
});
