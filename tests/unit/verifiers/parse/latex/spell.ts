import { Budget } from '../../../../../src/support/index.js';
import { lexLatex } from '../../../../../src/verifiers/parse/latex/index.js';
import type { Token } from '../../../../../src/verifiers/parse/token.js';

function spellOne(token: Token): string {
  switch (token.kind) {
    case 'number':
      return token.raw;
    case 'name':
      return token.style === undefined ? token.name : `${token.name}:${token.style}`;
    case 'operator':
      return token.mark === undefined ? token.operator : `${token.operator}:${token.mark}`;
    case 'open':
      return `<${token.bracket}`;
    case 'close':
      return `${token.bracket}>`;
    case 'group':
      return `group[${spell(token.tokens)}]`;
    case 'fraction':
      return `frac[${spell(token.top)} / ${spell(token.bottom)}]`;
    case 'binomial':
      return `binom[${spell(token.top)} / ${spell(token.bottom)}]`;
    case 'root':
      return token.index === null
        ? `root[${spell(token.radicand)}]`
        : `root${spell(token.index)}[${spell(token.radicand)}]`;
    case 'script':
      return `${token.sub === null ? '' : `sub[${spell(token.sub)}]`}${token.sup === null ? '' : `sup[${spell(token.sup)}]`}`;
    case 'accent':
      return `${token.accent}[${spell(token.tokens)}]`;
    case 'array':
      return `${token.shape}${token.delimiter}[${token.rows.map((row) => row.map(spell).join(' & ')).join(' ; ')}]`;
    case 'text':
      return `"${token.value}"`;
    case 'invalid':
      return `invalid ${token.why}`;
  }
}

/** Tokens on one line: each construct by name, a `_` before a token that a wide space precedes. */
export const spell = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.wide === true ? `_ ${spellOne(token)}` : spellOne(token))).join(' ');

/** The tokens of a source on one line, or its failure's reason and place. */
export function lexed(source: string): string {
  const outcome = lexLatex(source, new Budget(100_000));
  if (outcome.ok) return spell(outcome.value);
  return `${outcome.error.reason} ${outcome.error.start}-${outcome.error.end}`;
}
