import type { Answer } from '../../answer.js';
import { sliceText } from '../scan.js';
import type { Reading } from './reading.js';

/** The variable that a condition is about, when it is one. */
function variableOf(answer: Answer): string | null {
  if (answer.kind === 'logic') return answer.parts.length > 0 ? variableOf(answer.parts[0]!) : null;
  if (answer.kind !== 'relation') return null;
  const symbol = answer.sides.find((side) => side.node === 'symbol');
  return symbol?.node === 'symbol' ? symbol.name : null;
}

/** `x < 7 : (-\infty, 7)`: a condition and the set of its solutions. Both are claimed, so both must hold. */
export function readRestated(reading: Reading): Answer | null {
  const { pieces, surface } = reading;
  const colons = pieces.flatMap((piece, i) =>
    piece.depth === 0 && piece.kind === 'mark' && piece.value === ':' ? [i] : [],
  );
  const at = colons[0];
  if (colons.length !== 1 || at === undefined || at < 3 || pieces[at + 1]?.kind !== 'open') return null;
  const condition = reading.mathematics(sliceText(surface.text, pieces, 0, at));
  const variable = condition === null ? null : variableOf(condition);
  if (condition === null || variable === null) return null;
  const solutions = reading.mathematics(sliceText(surface.text, pieces, at + 1, pieces.length));
  if (solutions?.kind !== 'interval' && solutions?.kind !== 'set' && solutions?.kind !== 'set-operation')
    return null;
  return { kind: 'logic', operation: 'and', parts: [condition, { ...solutions, variable }] };
}
