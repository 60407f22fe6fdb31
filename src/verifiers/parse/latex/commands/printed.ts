import { BRACKET_CHARACTERS, CURRENCY, GREEK_CHARACTERS, OPERATOR_CHARACTERS } from '../../names.js';
import { SYMBOLS } from './symbols.js';

/** First character that stands for each value of a table. */
function inverse<V>(table: ReadonlyMap<string, V>, key: (value: V) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [character, value] of table) if (!found.has(key(value))) found.set(key(value), character);
  return found;
}

const operators = inverse(OPERATOR_CHARACTERS, (operator) => operator);
const brackets = inverse(BRACKET_CHARACTERS, ([side, bracket]) => `${side}${bracket}`);
const greek = inverse(GREEK_CHARACTERS, (name) => name);

const printed = new Map<string, string>([
  ['circ', '°'],
  ['infty', '∞'],
  ['|', '‖'],
  ['mid', '|'],
  ['times', '×'],
  ['cdot', '·'],
  ['div', '÷'],
]);
for (const [command, template] of SYMBOLS) {
  if (printed.has(command)) continue;
  const character =
    template.kind === 'operator'
      ? operators.get(template.operator)
      : template.kind === 'text'
        ? template.value
        : template.kind === 'open' || template.kind === 'close'
          ? (brackets.get(`${template.kind}${template.bracket}`) ?? template.bracket)
          : template.kind === 'name'
            ? greek.get(template.name)
            : undefined;
  if (character !== undefined && (character.length <= 2 || CURRENCY.has(character)))
    printed.set(command, character);
}

/** Symbol command → the character it prints, for symbols used inside words. */
export const SYMBOL_TEXT: ReadonlyMap<string, string> = printed;
