import { type Budget, fail, type Outcome, succeed } from '../../../support/index.js';
import { decimalNumeral } from '../numeral.js';
import type { ParseFailure, Token } from '../token.js';
import { construct } from './constructs/index.js';
import { Walk } from './constructs/walk.js';
import { type KatexFailure, type KatexNode, parseKatex } from './katex.js';
import { quickParse } from './quick.js';
import { rewrite } from './scan/rewrite.js';
import type { Rewritten } from './scan/rewriter.js';
import { numeralEnd } from './scan/scan.js';
import { settle } from './settle/index.js';

export { repairEscapes } from './scan/escapes.js';

/** A source that is one numeral needs no parser: the same token as by the long way. */
function loneNumeral(source: string): readonly Token[] | null {
  const length = source.length;
  if (length === 0 || length > 30 || numeralEnd(source, 0) !== length) return null;
  return [
    { kind: 'number', raw: source, value: decimalNumeral(source), start: 0, end: length, spaceBefore: false },
  ];
}

function katexFailure(failure: KatexFailure, rewritten: Rewritten): ParseFailure {
  return {
    message: failure.message,
    start: rewritten.start(failure.start),
    end: Math.max(rewritten.end(failure.end), rewritten.start(failure.start)),
    reason: failure.tooDeep ? 'unsupported' : 'parse-error',
  };
}

const isFailure = (parsed: readonly KatexNode[] | KatexFailure): parsed is KatexFailure =>
  'message' in parsed;

/**
 * Lexes LaTeX (over KaTeX's parser) into the shared token list, all of it or a failure. Three passes: `scan/`
 * rewrites the source into structure and one symbol per command, KaTeX parses that, `constructs/` turns its tree
 * into tokens, which `settle/` completes where neighbours decide (runs of letters, grids, repeating decimals).
 * Offsets are of `source`. The caller bounds the length.
 */
export function lexLatex(source: string, budget: Budget): Outcome<readonly Token[], ParseFailure> {
  budget.spend(1 + (source.length >> 2));
  const lone = loneNumeral(source);
  if (lone !== null) return succeed(lone);
  const prepared = rewrite(source);
  if (!prepared.ok) return prepared;
  const { rewritten } = prepared.value;
  const parsed = quickParse(rewritten.text) ?? parseKatex(rewritten.text);
  if (isFailure(parsed)) return fail(katexFailure(parsed, rewritten));
  const walk = new Walk(prepared.value, budget, construct, settle);
  const tokens = walk.inner(parsed);
  return walk.failure === null ? succeed(tokens) : fail(walk.failure);
}
