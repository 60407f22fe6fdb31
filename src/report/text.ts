/** Characters that move the cursor, hide text or reverse its direction. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One character that must not reach a terminal, spelled out. */
function spelled(character: string): string {
  if (character === '\n') return '⏎';
  if (character === '\t' || character === '\r') return ' ';
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text from outside (records, file names, answers) made harmless and one line long for a terminal. */
export const visible = (text: string): string => text.replace(UNSAFE, spelled);

/** Ranges of code points that take two columns (East Asian wide and emoji) or none (combining marks). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const NARROW: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
];

const within = (code: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([low, high]) => code >= low && code <= high);

function columnsOf(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code < 0x300) return 1;
  if (within(code, NARROW)) return 0;
  return within(code, WIDE) ? 2 : 1;
}

/** Columns a text takes on a terminal. It must not hold escape sequences. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** `text` cut to at most `width` columns, with an ellipsis where something was cut. */
export function cut(text: string, width: number): string {
  if (text.length <= width && widthOf(text) <= width) return text;
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += columnsOf(character);
    if (used > width - 1) break;
    kept += character;
  }
  return width <= 0 ? '' : `${kept}…`;
}

/** The end of `text` in at most `width` columns: where the answer of a response is. */
export function cutStart(text: string, width: number): string {
  const tail = text.slice(-width * 2);
  if (tail.length === text.length && widthOf(text) <= width) return text;
  const characters = [...tail];
  let used = 0;
  let from = characters.length;
  while (from > 0 && used + columnsOf(characters[from - 1] as string) <= width - 1) {
    from -= 1;
    used += columnsOf(characters[from] as string);
  }
  return width <= 0 ? '' : `…${characters.slice(from).join('')}`;
}

/** `text` filled with spaces to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A horizontal bar for a share in [0, 1], `width` columns long, in eighths of a column. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] as string);
}

const BLOCKS = '▁▂▃▄▅▆▇█';

/** A sparkline of values in [0, 1], one column each. */
export const sparkline = (values: readonly number[]): string =>
  values.map((value) => BLOCKS[Math.min(7, Math.max(0, Math.floor(value * 8)))]).join('');

/** A share as `82.4 %`; 100.0 % and 0.0 % only when exact. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  if (share < 1 && rounded === 100) return '>99.9 %';
  if (share > 0 && rounded === 0) return '<0.1 %';
  return `${rounded.toFixed(1)} %`;
}

/** A whole number with thin groups: `12 345`. */
export const grouped = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
