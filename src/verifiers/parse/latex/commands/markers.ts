import {
  BRACKET_CHARACTERS,
  CONSTANTS,
  CURRENCY,
  GREEK_CHARACTERS,
  NUMBER_SETS,
  OPERATOR_CHARACTERS,
} from '../../names.js';
import { nameOf, operatorOf, type Template, unsupported } from '../template.js';
import { SYMBOLS } from './symbols.js';

/**
 * A symbol travels through KaTeX as one private-use character, which KaTeX keeps as an ordinary symbol with its
 * place. So the meaning of every symbol is in tables here, not in KaTeX's.
 */
const FIRST_MARKER = 0xf0000;
const FIRST_PAYLOAD = 0x100000;
const MAX_PAYLOADS = 0xfffd;

const templates: Template[] = [];
const marked = new Map<Template, string>();

/** The private-use character that stands for a template known at start-up. */
function register(template: Template): string {
  const known = marked.get(template);
  if (known !== undefined) return known;
  const marker = String.fromCodePoint(FIRST_MARKER + templates.length);
  templates.push(template);
  marked.set(template, marker);
  return marker;
}

/** Symbol command → its private-use character. */
export const COMMAND_MARKERS: ReadonlyMap<string, string> = new Map(
  [...SYMBOLS].map(([command, template]): [string, string] => [command, register(template)]),
);

/** Names of the templates below. */
export type MarkName =
  | 'wide'
  | 'line'
  | 'voidOpen'
  | 'voidClose'
  | 'groupingComma'
  | 'groupingPoint'
  | 'middleBar'
  | 'openBar'
  | 'closeBar'
  | 'openDoubleBar'
  | 'closeDoubleBar'
  | 'openParenthesis'
  | 'closeParenthesis'
  | 'percent'
  | 'prime'
  | 'modulus'
  | 'degree'
  | 'notEqual'
  | 'notIn'
  | 'over'
  | 'under';

/** Private-use characters of templates that no command of the table spells. */
export const MARK: Readonly<Record<MarkName, string>> = {
  wide: register({ kind: 'wide' }),
  line: register({ kind: 'line' }),
  voidOpen: register({ kind: 'void', side: 'open' }),
  voidClose: register({ kind: 'void', side: 'close' }),
  groupingComma: register({ kind: 'operator', operator: ',', mark: 'grouping' }),
  groupingPoint: register({ kind: 'operator', operator: '.', mark: 'grouping' }),
  middleBar: register({ kind: 'operator', operator: '|', mark: 'mid' }),
  openBar: register({ kind: 'open', bracket: '|' }),
  closeBar: register({ kind: 'close', bracket: '|' }),
  openDoubleBar: register({ kind: 'open', bracket: '‖' }),
  closeDoubleBar: register({ kind: 'close', bracket: '‖' }),
  openParenthesis: register({ kind: 'open', bracket: '(' }),
  closeParenthesis: register({ kind: 'close', bracket: ')' }),
  percent: register(operatorOf('%')),
  prime: register(operatorOf('prime')),
  modulus: register(operatorOf('mod')),
  degree: register(operatorOf('degree')),
  notEqual: register(operatorOf('!=')),
  notIn: register(operatorOf('notin')),
  over: register({ kind: 'stack-head', position: 'over' }),
  under: register({ kind: 'stack-head', position: 'under' }),
};

const characters = new Map<string, Template>();
for (const [character, operator] of OPERATOR_CHARACTERS) characters.set(character, operatorOf(operator));
for (const [character, [kind, bracket]] of BRACKET_CHARACTERS) characters.set(character, { kind, bracket });
for (const [character, name] of GREEK_CHARACTERS) characters.set(character, nameOf(name));
for (const [character, name] of NUMBER_SETS)
  if (character.charCodeAt(0) > 127) characters.set(character, nameOf(name));
for (const [character, name] of CONSTANTS)
  if (character.length <= 2 && character.charCodeAt(0) > 127) characters.set(character, nameOf(name));
for (const character of CURRENCY) characters.set(character, { kind: 'text', value: character });
for (const [character, value] of [
  ['℃', '°C'],
  ['℉', '°F'],
  ['#', '#'],
  ['&', '&'],
  ['_', '_'],
  ['@', '@'],
] as const) {
  characters.set(character, { kind: 'text', value });
}
characters.set('×', { kind: 'operator', operator: '*', mark: 'times' });
characters.set('‖', { kind: 'double-bar' });
characters.set('"', operatorOf('arcsecond'));
characters.set('″', operatorOf('arcsecond'));
characters.set('”', operatorOf('arcsecond'));
characters.set('∘', { kind: 'circle' });
characters.set('•', { kind: 'bullet', otherwise: '*' });
for (const character of '∴⇒⟹') characters.set(character, { kind: 'bullet', otherwise: 'implies' });
for (const character of '≺≻≪≫⊃⊇←↔↑↓∮∬∭')
  characters.set(character, unsupported(`'${character}' is not supported`));

/** Characters of unicode mathematics → what they stand for. */
export const CHARACTER_TEMPLATES: ReadonlyMap<string, Template> = characters;

/** Character → its private-use character. */
export const CHARACTER_MARKERS: ReadonlyMap<string, string> = new Map(
  [...characters].map(([character, template]): [string, string] => [character, register(template)]),
);

/** Templates made for one source (words, single letters in a font): private-use characters of a second plane. */
export class Payloads {
  readonly #templates: Template[] = [];

  /** The character that stands for `template` in this source; null when there are too many. */
  add(template: Template): string | null {
    if (this.#templates.length >= MAX_PAYLOADS) return null;
    this.#templates.push(template);
    return String.fromCodePoint(FIRST_PAYLOAD + this.#templates.length - 1);
  }

  /** What a character of the rewritten source stands for, if it is private-use. */
  lookup(codePoint: number): Template | undefined {
    if (codePoint >= FIRST_PAYLOAD) return this.#templates[codePoint - FIRST_PAYLOAD];
    return templates[codePoint - FIRST_MARKER];
  }
}

/** True for the characters reserved above: a source that holds one is refused. */
export const isReserved = (codePoint: number): boolean => codePoint >= FIRST_MARKER;
