import { isDigit, isLetter } from './characters.js';
import { charAt, digitsEnd, emit, lastToken, type Scan } from './scan.js';

/** `x1` is x with an index, `log2(8)` has a base; after e, i and function names digits are factors or arguments. */
export function lexIndex(scan: Scan): void {
  const last = lastToken(scan);
  if (last?.kind !== 'name' || !isDigit(charAt(scan))) return;
  const end = digitsEnd(scan, scan.at);
  const indexed =
    last.name === 'log'
      ? scan.chars[end] === '(' || scan.chars[end] === ' '
      : isIndexable(last.name) && !isLetter(scan.chars[end]) && scan.chars[end] !== '.';
  if (!indexed || end - scan.at > 4) return;
  const raw = scan.chars.slice(scan.at, end).join('');
  const place = { start: scan.starts[scan.at]!, end: scan.starts[end]!, spaceBefore: false };
  const value = {
    node: 'number',
    num: BigInt(raw),
    den: 1n,
    spelling: { form: 'integer', decimals: 0, significant: raw.length },
  } as const;
  emit(scan, { kind: 'script', sub: [{ kind: 'number', raw, value, ...place }], sup: null }, end);
}

const isIndexable = (name: string): boolean =>
  name.length === 1 ? name !== 'e' && name !== 'i' : GREEK_INDEXABLE.has(name);

const GREEK_INDEXABLE: ReadonlySet<string> = new Set(
  'alpha beta gamma delta theta lambda mu phi psi omega'.split(' '),
);
