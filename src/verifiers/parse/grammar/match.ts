import { POSTFIX_OPERATORS, type Token } from '../token.js';

/** Which bracket closes which, in one token list. */
export interface Brackets {
  /** For each opener and closer the index of the other, else −1; empty when there are none. */
  readonly partner: readonly number[];
  /** Openers with a relation or words directly inside: `(x > 0)`, `(k an integer)`. */
  readonly relational: ReadonlySet<number>;
  /** Index of a bracket without a partner, or −1. */
  readonly fault: number;
}

/** Operators after which an operand is complete. */
const COMPLETING: ReadonlySet<string> = new Set([...POSTFIX_OPERATORS, '.', '|']);

const RELATIONS: ReadonlySet<string> = new Set(
  '= != < <= > >= approx equiv assign in notin subset subseteq implies iff mod'.split(' '),
);

/** Brackets that may close one another: an interval mixes round and square ones. */
const FAMILY: Readonly<Record<string, string>> = {
  '(': 'round',
  ')': 'round',
  '[': 'round',
  ']': 'round',
  '{': 'curly',
  '}': 'curly',
  '⟨': 'angle',
  '⟩': 'angle',
  '⌊': 'floor',
  '⌋': 'floor',
  '⌈': 'ceiling',
  '⌉': 'ceiling',
};

const familyOf = (bracket: string): string => (Object.hasOwn(FAMILY, bracket) ? FAMILY[bracket]! : bracket);

type Side = 'open' | 'close' | null;

/** True when an operand must follow `token`. */
const expectsOperand = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'open' ||
  (token.kind === 'operator' && !COMPLETING.has(token.operator));

interface Scan {
  readonly partner: number[];
  readonly relational: Set<number>;
  readonly stack: { readonly at: number; readonly family: string; readonly loose: boolean }[];
}

function close(scan: Scan, at: number, family: string): boolean {
  const { stack } = scan;
  // A `<` that turned out to be no bracket stands in no one's way.
  while (family !== 'less' && stack.length > 0 && stack[stack.length - 1]!.loose) stack.pop();
  const top = stack[stack.length - 1];
  if (top === undefined || top.family !== family) return family === 'less';
  stack.pop();
  scan.partner[top.at] = at;
  scan.partner[at] = top.at;
  return true;
}

/** Sides as written, or by position for `]1, 2[`: a square bracket opens where an operand is expected. */
function sideOf(token: Token, before: Token | undefined, byPosition: boolean): Side {
  if (token.kind !== 'open' && token.kind !== 'close') return null;
  if (!byPosition || (token.bracket !== '[' && token.bracket !== ']')) return token.kind;
  return expectsOperand(before) ? 'open' : 'close';
}

function scanBrackets(tokens: readonly Token[], byPosition: boolean): Brackets {
  const scan: Scan = { partner: new Array<number>(tokens.length).fill(-1), relational: new Set(), stack: [] };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const before = tokens[i - 1];
    const side = sideOf(token, before, byPosition);
    if (side === 'open') {
      scan.stack.push({ at: i, family: familyOf((token as { bracket: string }).bracket), loose: false });
    } else if (side === 'close') {
      if (!close(scan, i, familyOf((token as { bracket: string }).bracket)))
        return { partner: scan.partner, relational: scan.relational, fault: i };
    } else noteInside(scan, token, i, before);
  }
  const open = scan.stack.find((entry) => !entry.loose);
  return { partner: scan.partner, relational: scan.relational, fault: open?.at ?? -1 };
}

/** Angle brackets written `<1, 2>`, and what makes a bracket relational. */
function noteInside(scan: Scan, token: Token, at: number, before: Token | undefined): void {
  if (token.kind === 'operator' && token.operator === '<' && expectsOperand(before)) {
    scan.stack.push({ at, family: 'less', loose: true });
    return;
  }
  if (token.kind === 'operator' && token.operator === '>' && scan.stack.at(-1)?.family === 'less') {
    close(scan, at, 'less');
    return;
  }
  const relation = token.kind === 'operator' && RELATIONS.has(token.operator);
  if (!relation && token.kind !== 'text') return;
  const top = scan.stack.at(-1);
  if (top !== undefined) scan.relational.add(top.at);
}

const UNBRACKETED: Brackets = { partner: [], relational: new Set(), fault: -1 };

/** Tokens that can be a bracket; a list without any needs no matching. */
const mayBracket = (token: Token): boolean =>
  token.kind === 'open' || token.kind === 'close' || (token.kind === 'operator' && token.operator === '<');

const JOINING: ReadonlySet<string> = new Set(['union', 'intersection', 'setminus', 'and', 'or', ',', ';']);

const isJoining = (token: Token | undefined): boolean =>
  token?.kind === 'operator' && JOINING.has(token.operator);

/** `5[ ∪` or `∪ ]6`: a square bracket that faces away from its interval. */
function facesOutward(token: Token, at: number, tokens: readonly Token[]): boolean {
  if (token.kind === 'open' && token.bracket === '[') return isJoining(tokens[at + 1]);
  return (
    token.kind === 'close' &&
    token.bracket === ']' &&
    isJoining(tokens[at - 1]) &&
    tokens[at + 1] !== undefined
  );
}

/** Matches the brackets of one token list in linear time. */
export function matchBrackets(tokens: readonly Token[]): Brackets {
  if (!tokens.some(mayBracket)) return UNBRACKETED;
  const first = scanBrackets(tokens, tokens.some(facesOutward));
  if (first.fault < 0) return first;
  const french = scanBrackets(tokens, true);
  return french.fault < 0 ? french : scanBrackets(tokens, false);
}
