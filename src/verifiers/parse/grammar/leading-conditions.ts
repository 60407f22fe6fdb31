import { apply, type Expr, text } from '../../expr.js';
import { applyAll, isStatement } from './build.js';
import { accept, peek, type Reader, refuse } from './reader.js';
import { relation } from './relation.js';
import { readPhrase } from './words.js';

const wordAt = (reader: Reader): string => {
  const token = peek(reader);
  return token?.kind === 'text' ? token.value.replaceAll(/[\s,，;；]/g, '').toLowerCase() : '';
};

const isLead = (reader: Reader): boolean => LEADS.has(wordAt(reader));

/** Words before a condition that stands before its value. */
const LEADS: ReadonlySet<string> = new Set(['when', 'if', 'for', '当', '若', '如果']);

/** What ends such a condition, a comma after it or not. */
const ENDS: ReadonlySet<string> = new Set(['then', '时', '则', '那么', '时则']);

/** Moves past the comma or word after a condition. */
function endOfCondition(reader: Reader): void {
  const comma = accept(reader, ',');
  const word = ENDS.has(wordAt(reader));
  if (word) reader.at += 1;
  if (word) accept(reader, ',');
  if (ENDS.has(wordAt(reader))) reader.at += 1;
  if (!comma && !word) refuse(reader, 'a condition without what it is put on');
}

function caseAfterCondition(reader: Reader): Expr {
  reader.at += 1;
  const condition = relation(reader);
  if (!isStatement(condition)) return refuse(reader, 'a condition that is no statement');
  // "when x = 2" alone says where.
  if (reader.at >= reader.end) return condition;
  endOfCondition(reader);
  return apply('ForAll', relation(reader), condition);
}

/** Moves past what parts two cases. */
function nextCase(reader: Reader): 'lead' | 'otherwise' | null {
  const start = reader.at;
  accept(reader, ',');
  const token = peek(reader);
  if (token?.kind === 'text' && readPhrase(token.value)?.role === 'and') reader.at += 1;
  if (isLead(reader)) return 'lead';
  const left = wordAt(reader);
  if (left !== '' && readPhrase(left)?.role === 'otherwise') return 'otherwise';
  reader.at = start;
  return null;
}

/** `当 n = 1 时, a₁ = 1`, "if x < 1, f(x) = x, otherwise f(x) = 1": cases whose conditions stand first; null for the rest. */
export function leadingConditions(reader: Reader): Expr | null {
  if (!isLead(reader)) return null;
  const cases = [caseAfterCondition(reader)];
  for (let next = nextCase(reader); next !== null; next = nextCase(reader)) {
    if (next === 'otherwise') {
      reader.at += 1;
      accept(reader, ',');
      cases.push(apply('Cases', apply('Case', relation(reader), text('otherwise'))));
      break;
    }
    cases.push(caseAfterCondition(reader));
  }
  return cases.length === 1 ? cases[0]! : applyAll('List', cases);
}
