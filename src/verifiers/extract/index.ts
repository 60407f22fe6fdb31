import { hasAlternativeBeside } from './alternative.js';
import { boxClaims } from './box-list.js';
import { onlyDelimiters } from './boxed.js';
import { isAscii, withoutComments, withoutHidden, withPlainDigits, withPlainSpaces } from './characters.js';
import { choiceClaim } from './choice-claim.js';
import { contrast, tidy, twoWays } from './clean.js';
import {
  bareClaim,
  bareWordsClaim,
  boldClaim,
  codeFenceClaim,
  lastExpressionClaim,
  sentenceClaim,
} from './closing-statement.js';
import {
  type Claim,
  type Extraction,
  type ExtractOptions,
  type ImpliedMethod,
  impliedMethods,
} from './contract.js';
import { hashClaims } from './hashes.js';
import { openingClaim } from './opening-statement.js';
import { Page } from './page.js';
import { phraseClaims } from './phrases.js';
import { isRestatement } from './restatement.js';
import { settle, spelling } from './settle.js';
import { tagClaims } from './tags.js';
import { findReply } from './thinking.js';
import { aftermath } from './withdrawal.js';

export { tidy } from './clean.js';
export type { Claim, Extraction, ExtractionStatus, ExtractOptions, Method, Reading } from './contract.js';
export { explicitMethods, impliedMethods } from './contract.js';
export { mentionsOperator } from './restatement.js';
export { unitsAfter } from './unit-after.js';

/** One finder for each implied method of the contract. */
const finders: Readonly<Record<ImpliedMethod, (page: Page) => Claim | null>> = {
  bare: (page) => bareClaim(page) ?? openingClaim(page),
  'code-fence': codeFenceClaim,
  bold: boldClaim,
  choice: choiceClaim,
  sentence: sentenceClaim,
  'last-expression': lastExpressionClaim,
  'bare-words': bareWordsClaim,
};

/** When an option is expected, a letter chosen in a sentence comes before the sentence as a whole. */
const choiceFirst: readonly ImpliedMethod[] = [
  'choice',
  ...impliedMethods.filter((method) => method !== 'choice'),
];

/**
 * Finds the final answer of a response, by the contract of docs/extraction.md. Pure, linear in the response's
 * length, and blind to the gold.
 */
export function extract(source: string, options: ExtractOptions): Extraction {
  const ascii = isAscii(source);
  const response = withoutHidden(withoutComments(ascii ? source : withPlainDigits(withPlainSpaces(source))));
  let looked = 0;
  const reply = findReply(response, (characters) => {
    looked += characters;
  });
  if (!reply.found) return nothing('none', reply.reason, Math.ceil(looked / 64));
  const page = new Page(response, reply.start, reply.end, options, ascii);
  page.look(looked);
  return extractFrom(page, 0);
}

function extractFrom(page: Page, depth: number): Extraction {
  const boxes = boxClaims(page);
  const tags = tagClaims(page);
  const hashes = hashClaims(page);
  const marked = outermost([...boxes.claims, ...tags.claims, ...hashes.claims]);
  const open = unfinished(marked, [
    { at: boxes.unterminated, reason: 'the last box is never closed' },
    { at: tags.unterminated, reason: 'the last answer tag is never closed' },
    { at: hashes.unterminated, reason: 'nothing follows the last ####' },
  ]);
  if (open !== null) return nothing('none', open, page.steps);
  const claims = outermost([...marked, ...announced(page, marked)]);
  const firm = claims.filter((claim) => claim.firm);
  const settled = settle(page, firm.length > 0 ? firm : claims.slice(-1));
  if (settled === null && boxes.endsBlank) return nothing('none', 'the box at the end is empty', page.steps);
  if (settled === null) return fromImplied(page, boxes.empty || tags.empty);
  if (settled.kind === 'several') return several(page, settled.claims);
  return afterwards(page, settled.claim, depth);
}

/** "Another answer is 8", "A possible answer: 8": what stands before the noun of a statement that is not the writer's own. */
const ASIDE = /(?<!\bonly )\b(?:another|possible|potential|alternative|candidate)\s*$/i;

/** What the last statement amounts to with what is said after it and beside it. */
function afterwards(page: Page, last: Claim, depth: number): Extraction {
  if (
    last.method.startsWith('answer-') &&
    ASIDE.test(page.text.slice(Math.max(0, last.start - 24), last.start))
  )
    return nothing('none', 'only another possible answer is stated', page.steps);
  const after = aftermath(page, last);
  if (after.kind === 'withdrawn')
    return nothing('none', 'the last statement of an answer is withdrawn', page.steps);
  if (after.kind === 'beside') return several(page, [last, after.claim]);
  const claim = after.kind === 'replaced' ? after.claim : last;
  if (claim.method === 'boxed' && claim.spans.length === 1 && hasAlternativeBeside(page, claim))
    return nothing('several', 'another value stands beside the box as an alternative', page.steps);
  return claim.method === 'answer-tag' && depth === 0 ? insideTag(page, claim) : found(page, claim);
}

function several(page: Page, claims: readonly Claim[]): Extraction {
  const candidates = claims.map(({ text }) => text);
  const listed = candidates.map((text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)).join(' | ');
  return {
    ...nothing('several', `several different final answers, none withdrawn: ${listed}`, page.steps),
    candidates,
  };
}

/** Statements in words that do not merely introduce a box, tag or `####`. */
function announced(page: Page, marked: readonly Claim[]): Claim[] {
  const last = marked.at(-1);
  return phraseClaims(page).filter((phrase) => {
    if (marked.some((claim) => claim.end > phrase.start && introduces(page, phrase, claim))) return false;
    return last === undefined || phrase.firm || phrase.start > last.end;
  });
}

/** True when a marked answer stands inside the statement, or right after it ("So the answer is x = 7: \\boxed{7}"). */
function introduces(page: Page, phrase: Claim, marked: Claim): boolean {
  if (marked.start < phrase.end) return true;
  if (marked.start - phrase.end >= 32 || !onlyDelimiters(page.text, phrase.end, marked.start)) return false;
  return (
    !page.text.slice(phrase.end, marked.start).includes('.') ||
    spelling(phrase.text).includes(spelling(marked.text))
  );
}

/** In order of place, without claims that lie inside another. A tag or line that holds a box stands for it. */
function outermost(claims: readonly Claim[]): Claim[] {
  const ordered = [...claims].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Claim[] = [];
  for (const claim of ordered) {
    const before = kept.at(-1);
    if (before !== undefined && claim.start < before.end) {
      if (before.method === 'answer-tag' || claim.end <= before.end) continue;
    }
    kept.push(claim);
  }
  return kept;
}

/** Why a marker that is begun after all statements and never finished leaves no answer, or null. */
function unfinished(
  claims: readonly Claim[],
  begun: readonly { readonly at: number | null; readonly reason: string }[],
): string | null {
  const last = claims.at(-1)?.start ?? -1;
  return begun.find(({ at }) => at !== null && at > last)?.reason ?? null;
}

/** The answer inside an answer tag: what it states in a box or in words, else all of it. */
function insideTag(page: Page, claim: Claim): Extraction {
  const span = claim.spans[0];
  if (span === undefined) return found(page, claim);
  const inner = page.narrow(span.start, span.end);
  inner.look(page.steps * 64);
  if (inner.isAnswer(claim.text)) return found(inner, claim);
  const result = extractFrom(inner, 1);
  return result.status === 'none' ? result : { ...result, method: 'answer-tag' };
}

/** A response that shows an empty or denied box is not itself the answer: `blank` keeps it from being read as one. */
function fromImplied(page: Page, blank: boolean): Extraction {
  const order = page.options.expects === 'choice' ? choiceFirst : impliedMethods;
  for (const method of order) {
    if (blank && (method === 'bare' || method === 'bare-words')) continue;
    const claim = finders[method](page);
    if (claim === null || (blank && claim.text.includes('box'))) continue;
    return method === 'choice' ? afterwards(page, claim, 0) : found(page, claim);
  }
  return nothing('none', 'no statement of a final answer', page.steps);
}

function found(page: Page, claim: Claim): Extraction {
  const { problem } = page.options;
  const text = collapse(claim.text, page);
  if (text === '') return nothing('none', 'the answer stated is blank', page.steps);
  const restates = problem !== undefined && isRestatement(claim.text, problem);
  return {
    status: restates ? 'restatement' : 'found',
    text,
    span: claim.spans.at(-1) ?? null,
    spans: claim.spans,
    method: claim.method,
    reason: restates ? 'the answer restates what the problem asks for' : `stated as ${claim.method}`,
    candidates: [],
    steps: page.steps,
  };
}

/** An answer that gives its value in two ways ("1/2 (0.5)", "1/2 or 0.5") is the first of them, where they are known to be equal. */
function collapse(stated: string, page: Page): string {
  const text = tidy(stated);
  const { sameAnswer } = page.options;
  if (sameAnswer === undefined || text.length > 200) return text;
  for (const [first, second] of twoWays(text)) {
    // "$5 or €5": a lone dollar sign is tidied away, but it was a currency's.
    if (/\$\d/.test(stated) && /^[€£¥₹₩]/.test(second)) continue;
    if (page.isAnswer(first) && page.isAnswer(second) && sameAnswer(first, second)) return first;
  }
  const [value, other] = contrast(text) ?? [];
  if (value !== undefined && other !== undefined && [value, other].every((each) => page.isAnswer(each)))
    return sameAnswer(value, other) ? text : value;
  return text;
}

const nothing = (status: 'none' | 'several', reason: string, steps: number): Extraction => ({
  status,
  text: '',
  span: null,
  spans: [],
  method: null,
  reason,
  candidates: [],
  steps,
});

/** True when two texts are spelled the same but for white space and wrappers. */
export const sameSpelling = (a: string, b: string): boolean => spelling(a) === spelling(b);
