import { accept, peek, peekOperator, type Reader } from './reader.js';
import type { Separator } from './series.js';
import { readPhrase } from './words.js';

/** What ends the items of a series: conditions follow, or the case that is left. */
type Turn = 'condition' | 'otherwise';

const atEnd = (reader: Reader): boolean => reader.at >= reader.end;

/** Moves past what separates this item from the next; null at the end of the series. */
export function nextSeparator(reader: Reader, commas: boolean): Separator | Turn | null {
  const start = reader.at;
  const comma = commas && accept(reader, ',');
  if (comma) while (accept(reader, ',')) reader.shared.budget.spend();
  const word = joiningWord(reader);
  if (word !== null) return word;
  if (comma) {
    if (atEnd(reader) || peekOperator(reader) === ';') return null;
    return ',';
  }
  const next = peek(reader);
  if (commas && next?.wide === true && reader.at === start && !closesStatement(reader)) return ',';
  return null;
}

const closesStatement = (reader: Reader): boolean => {
  const operator = peekOperator(reader);
  return (
    operator !== undefined && operator !== '-' && operator !== '+' && operator !== 'pm' && operator !== '|'
  );
};

/** "and", "or", "where", "for all", "otherwise": as operators or as words. */
function joiningWord(reader: Reader): 'and' | 'or' | Turn | null {
  if (accept(reader, 'and')) return accept(reader, 'or') ? 'or' : 'and';
  if (accept(reader, 'or')) return 'or';
  if (accept(reader, 'forall')) return 'condition';
  const token = peek(reader);
  if (token?.kind !== 'text') return null;
  const phrase = readPhrase(token.value);
  if (phrase?.role === 'and' || phrase?.role === 'or' || phrase?.role === 'otherwise') {
    reader.at += 1;
    return phrase.role;
  }
  if (phrase?.role !== 'condition') return null;
  // "for all integers k": the words stay for the relation to read as the domain of k.
  if (phrase.domain === undefined) reader.at += 1;
  return 'condition';
}
