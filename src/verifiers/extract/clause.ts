import { type Cues, cueList } from './cue-list.js';
import { alternatives, hasCue, negations, retractions, suppositions } from './cues.js';

/** Words that open a clause after a value: when it is taken, for what it holds, why; or put another value aside. */
const CLAUSE =
  /[\s,$](?:attained|achieved|reached|when|whenever|since|because|for (?:all|every|any)|with equality|which (?:is|are|was|makes|means)|and not|not) /g;

/** A figure or mathematics. */
const FIGURE = /[\d$\\]/;

/** "(x = 7 is extraneous)" at the end: another value is put aside. */
const REJECTED_ASIDE =
  /\s\([^()]{1,60}\b(?:extraneous|rejected|invalid|impossible|discarded|too (?:big|small|large))\)\W{0,4}$/;

/**
 * The length of a sentence without the clause at its end that says when, why or for what its value is so: "18, attained when
 * x = 3". `words` is the sentence (lower case) with its mathematics blanked out.
 */
export function mainClause(sentence: string, words: string): number {
  const aside = REJECTED_ASIDE.exec(sentence);
  if (aside !== null && FIGURE.test(sentence.slice(0, aside.index))) return aside.index;
  for (const { index, 0: opener } of words.matchAll(CLAUSE)) {
    const isContrast = opener.endsWith('not ');
    // "36, which is a perfect square", but "6^2, which is 36".
    if (opener.includes('which ') && FIGURE.test(sentence.slice(index + opener.length))) continue;
    if (isContrast && words[index] !== ',' && words[index - 1] !== ',') continue;
    if (FIGURE.test(sentence.slice(0, index))) return index;
  }
  return sentence.length;
}

/** "; this follows from the formula", "; see above": words after a semicolon on how the value was found, and no other value. */
const REMARK =
  /;\s+(?:this|that|it|we|i|see|check|because|since|as|here|these) (?!is |was |equals |could |may |might )[^;\d\\$=]*$/;

/** ", assuming the rows are full": words after a comma on what the value rests upon. */
const PREMISE =
  /,\s+(?:assuming|provided|given that|granted|completing|which completes|finishing|as (?:required|desired|claimed|expected|needed|wanted|promised)) ([^;\d\\$=<>]*)$/;

/** "; check: 3 + 4 = 7", "; indeed 3 + 4 = 7": a check that ends in the value itself. */
const CHECK =
  /;\s+(?:check|verification|proof|indeed|since|because|as|note that|this is)[: ][^;]{1,80}=([^=;]{1,40})$/;

/** Signs around a value that are not part of its spelling. */
const AROUND = /[\s$.*]/g;

/** The length of a statement (lower case) without a check at its end that comes out at what stands before it. */
function beforeCheck(statement: string): number {
  const check = CHECK.exec(statement);
  if (check === null) return statement.length;
  const value = statement.slice(0, check.index).replaceAll(AROUND, '');
  return value === (check[1] ?? '').replaceAll(AROUND, '') ? check.index : statement.length;
}

/** Words by which such a remark takes the value back, or leaves it open. */
const open: Cues = cueList([...alternatives, ...suppositions, ...negations, ...retractions, 'wrong', 'also']);

/** ", car 3 + 4 = 7", ", weil …": the reasons of a value in other languages. */
const REASON =
  /,\s+(?:car|puisque|parce que|porque|ya que|pues|weil|denn|потому что|так как|поскольку|pois|perché|poiché)\s[^;]*$/;

const openReason: Cues = cueList([...alternatives, ...retractions]);

/** The length of a statement (lower case) without such a remark at its end. */
export function beforeRemark(statement: string): number {
  const reason = REASON.exec(statement);
  if (reason !== null && FIGURE.test(statement.slice(0, reason.index)) && !hasCue(reason[0], openReason))
    return reason.index;
  const premise = PREMISE.exec(statement);
  if (premise !== null && !hasCue(premise[1] ?? '', open)) return premise.index;
  const remark = REMARK.exec(statement);
  return remark === null || hasCue(remark[0], open) ? beforeCheck(statement) : remark.index;
}

const BOLD_FIGURE = /\*\*[^*\n]{0,40}\d[^*\n]{0,40}\*\*/g;

/** Two bold figures or more: which of them is its value a sentence does not say. */
export const holdsBoldValues = (text: string, start: number, end: number): boolean =>
  text.includes('**', start) && (text.slice(start, end).match(BOLD_FIGURE)?.length ?? 0) > 1;
