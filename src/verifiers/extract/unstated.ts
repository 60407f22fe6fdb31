import { type Cues, cueList } from './cue-list.js';
import { conclusions, hasCue, retractions } from './cues.js';
import { OF_ANOTHER } from './denied.js';

/** Sentences (in lower case) that hold a value and do not state it. */

/** "A common wrong answer is 8.", "The gold answer is 8.", "according to the grader": not what the writer answers. */
const ERROR =
  /(?:wrong|incorrect|false|gold|golden|reference|target|ground[- ]truth|students?['’]s?|naive|another|possible|potential|alternative|candidate|interim|intermediate|partial|draft|provisional|tentative|preliminary|initial|former|tempting) (?:answer|value|result|guess|solution) (?:is|was) |\b(?:grader|answer key|answer sheet|ground truth)\b|^\W*(?:the )?(?:reference|gold|golden|expected|target|student|wrong|incorrect|draft|partial|interim|naive)(?: (?:answer|result|solution))?\s?:|\bcontradict(?:ion|ory|s)?\W*$/;

/** True for a sentence on an answer that is not the writer's own, or none. */
export const isError = (folded: string): boolean =>
  ERROR.test(folded) || OF_ANOTHER.test(folded) || (NOT_YET.test(folded) && !hasCue(folded, conclusions));

/** "Had he kept them, he would …", "were it so": what is not the case. */
const SUPPOSED =
  /(?:^|[,;] )(?:had|were|should) [a-z]|\bwish\b|\bcan (?:also )?be \$?-?\d[\d./]{0,20}\$?\W{0,8}$|\b(?:it|this|that|he|she|i) were\b/;

/** "We want to show that y = 12", "We are told that", "Given:": what is asked, or said by the problem. */
const NOT_YET =
  /\b(?:we|i) (?:want|need|wish|have|aim|try|are going) to (?:show|prove|check|verify|see|determine)\b|\bremains to (?:show|prove|check|verify|see)\b|\b(?:we are|we['’]re|i am|i['’]m) (?:told|given|asked)\b|\bthe (?:problem|question|statement) (?:says|states|asks|tells|gives)\b|^\W*(?:(?:given|goal|claim|to prove)\s?:|recall (?:that|how)\b)|^\W*the target (?:is|was)\b/;

/** "The minimum is 7 and the maximum is 12.": two results side by side, neither of which is the one. */
const TWO_RESULTS =
  / (?:is|are|was|were|has|have|equals) \$?-?\d[\d.,/]{0,20}[$%]?(?: [a-z]{1,20}){0,3},? (?:and|while|whereas) [^,;:\d]{1,40} (?:is|are|was|were|has|have|equals) [^,;]{1,60}$/;

/** True for a sentence on what is not the case, or only may be. */
export const isSupposition = (folded: string): boolean => SUPPOSED.test(folded);

/** True for a sentence of two results. */
export const statesTwo = (folded: string): boolean => TWO_RESULTS.test(folded);

/** "Let me verify: 2·7 + 3 = 17 ✓": how a check of the answer before it opens. */
const CHECK =
  /^[*_#> ]*(?:let(?: me|['’]s| us) (?:double[- ]?)?(?:verify|check)|verif(?:y|ication|ying)\b|(?:double[- ]|sanity )?check(?:ing)?\b|to (?:verify|check|confirm)|we can (?:verify|check)|验证|检验|验算|verificación|vérification|verificação|probe[: ]|проверка|検算|검산)/;

/** Words by which a check goes on to another answer. */
const turns: Cues = cueList([...conclusions, ...retractions, 'but', 'not', 'should be', 'answer']);

/** A check that comes out: nothing is concluded from it, and nothing taken back. */
export const isCheck = (folded: string): boolean =>
  COMES_OUT.test(folded) || (CHECK.test(folded) && !hasCue(folded, turns));

/** "This matches the sum given.", "So we are done.": how such a check ends, without a figure. */
const COMES_OUT =
  /^(?:so |and )?(?:we are done|(?:this|that|which|it) (?:matches|confirms|checks out|works|satisfies|is consistent|agrees))\b\D*$/;
