import { type Cues, cueList } from './cue-list.js';

/**
 * How writers correct themselves after a statement, by language. Data only; compared in lower case.
 */

const words = (list: string): Cues => cueList(list.trim().split(/\s*[|\n]\s*/));

/** How a sentence begins that takes something back, when it says that it was wrong or goes straight on to another value. */
export const openers: Cues = words(`
  wait|no wait|no, wait|oh wait|oh, wait|oh no|no,|no:|actually|actually no|actually, no|well, actually|well actually|correction|oops|sorry
  apologies|hmm|hold on|on second thought|on reflection|edit|update|i mean|i meant|make that|nope|better:|rather|my bad|my mistake|not quite|just kidding|kidding
  correcting|corrected|revised|let me correct|let me correct that|to correct
  scratch that|i made a mistake|i made an error|strike that|ignore that|please ignore|disregard|never mind|i take that back|i retract
  that was a typo|espera|no, espera|perdón|corrección|en realidad|mejor dicho|attendez|attends|en fait|pardon|non,|plutôt|moment|korrektur|nein,
  eigentlich|warte|besser gesagt|подождите|исправление|нет,|на самом деле|точнее|вернее|espere|correção|na verdade|não,|aliás|correzione
  aspetta|no, aspetta|等等|等一下|不对|不對|不，|不,|更正|抱歉|错了|錯了|实际上|應該是|应该是|待って|いや|いえ|訂正|間違え|잠깐|아니|정정|नहीं,|रुकिए|لا،|لا,|تصحيح|انتظر
`);

/** Openers that take it back by themselves. */
export const plainly: Cues = words(`
  scratch that|correction|i made a mistake|i made an error|strike that|ignore that|please ignore|disregard|never mind|i take that back
  i retract|that was a typo|更正|不对|不對|错了|錯了|訂正|間違え|정정
`);

/** Words by which such a sentence says that it was wrong. */
export const denials: Cues = words(`
  wrong|incorrect|mistake|error|not right|not correct|isn't right|isn't correct|scratch|should be|should have been|misread|错|错误
`);

/** "That is wrong", "this was incorrect", "which is not right": the last statement judged. */
export const JUDGED: RegExp =
  /^(?:(?:but |and |so )?(?:this|that|it|which|the above)(?:'s| is| was)(?: all| also| clearly| obviously)? (?:wrong|incorrect|false|a mistake|an error|not (?:right|correct|true))\b|i (?:was|am) (?:wrong|mistaken)\b|(?:eso|esto) (?:es|está) (?:incorrecto|mal|equivocado)|c['’]est (?:faux|incorrect)|das (?:ist|war) (?:falsch|nicht richtig)|это (?:неверно|неправильно|ошибка)|isso (?:está|é) (?:errado|incorreto)|(?:questo )?è sbagliato|[这那這]?(?:个|個)?(?:答案)?是?[错錯](?:了|的|误)|それは間違|틀렸)/;

/** "Note that (B) is not correct", "However, 12 is wrong": the answer called by its name (the group) and judged. */
export const JUDGED_BY_NAME: RegExp =
  /^(?:(?:please|do|be|note|notice|observe|remember|recall|aware|mind|that|but|and|so|also|yet|still|however|though|although|nevertheless|nonetheless|unfortunately|sadly|clearly|obviously|in fact|in truth|it turns out)[,:]? ){0,6}(?:the )?(?:answer |option |choice |value |result )?(\S{1,60}) ?(?:(?:is|was)(?: (?:actually|clearly|in fact|obviously|definitely|certainly|really|simply|also))?(?: (?:wrong|incorrect|false|mistaken)|(?: not|n['’]t)(?: actually| really)? (?:correct|right|true|the (?:correct |right |final )?(?:answer|option|choice)))|can(?:not|['’]t) be (?:right|correct)|[是为]?(?:错误?的?|不对|不正确|不是(?:正确)?答案)了?|[은는]? ?(?:틀렸습니다|틀립니다|오답입니다|정답이 아닙니다))(?=[*)]{0,4}$|[,;:—–]| (?:because|since|as|here|after all|at all|and|but|so)(?:\s|$))/;

/** "So it is actually 12": the statement is put right. */
export const REVISED: RegExp =
  /^(?:(?:so|then|thus|therefore|hence|but)[ ,]+)*(?:it|this|that|the (?:correct |right |actual |real )?(?:answer|value|result))(?:'s| is| was)? ?(?:actually|in fact|really|instead|rather|should be|should have been)(?: be| is)?\b|^should (?:be|have been)\b/;

/** "So 15 it is": the value that the text settles on (the group). */
export const SETTLED: RegExp =
  /^(?:(?:so|then|okay|ok|alright|right|well|thus|therefore|hence|yes|i guess|i think)[ ,]+)*(\S{1,40}) (?:it is|it must be|it should be|then)$/;

/** "I forgot to add the last one", "I misread the question": what was stated was a slip. */
export const SLIP: RegExp =
  /^(?:(?:oh|ah|hmm|wait|but|oops|hold on|actually|sorry|no)[ ,]+)*(?:i(?: think i| just realized i| realize i| see i)?|we)(?:['’]ve| have)? (?:actually |just |also )?(?:(?:forgot|missed|overlooked|misread|miscounted|miscalculated|double[- ]counted|mixed up)\b(?! to (?:mention|say|note|add that|point out|verify|check|explain|show|write|state|include the units?))|made (?:a|an) (?:mistake|error|slip))/;

/** "15 is equally plausible", "it could just as well be 15", "15 works too": another value (a group) that is held as right. */
export const AS_GOOD: RegExp =
  /(?:^|[;,:—–] |\b(?:but|and|though|although|while|that) )(?:the answer |option |choice |answer )?(\S{1,40}) (?:(?:is|seems|would be|could be|may be|might be) (?:(?:also|equally|just as|as|perhaps equally) (?:as )?(?:plausible|possible|likely|valid|acceptable|good|defensible|reasonable|correct|right)|(?:plausible|possible|valid|acceptable|correct|right),? (?:too|as well))|(?:would|could|might|may) (?:also|equally|just as well) be (?:plausible|possible|valid|acceptable|correct|right|good))\b/;

/** "Both 35 and 36 are correct": two values (groups) held as right. */
export const BOTH: RegExp =
  /^(?:but |and |so |note that |in fact )*(?:both|either)(?: of)? (\S{1,40}),? (?:and|or) (\S{1,40}) (?:are|is|would be|could be|may be|might be|seem) (?:\w+ )?(?:correct|right|valid|possible|acceptable|plausible|fine|reasonable)\b/;

/** "However, if repeats are allowed, the answer is 9": another value in another case, up to that value. */
export const IN_ANOTHER_CASE: RegExp =
  /^(?:(?:however|but|although|though|note that|and|alternatively|otherwise)[ ,]+)*if [^.;:?]{3,100}?, (?:then )?(?:it|the (?:final |correct )?(?:answer|value|result)) (?:is|becomes)\b/;

/** "Or 6.", "It could also be 6.": another value beside the one stated. */
export const OTHERWISE: RegExp =
  /^(?:hmm+,? )?(?:(?:or|alternatively|otherwise|or else|maybe|perhaps|possibly|then again)\b(?:[ ,]+(?:maybe|perhaps|possibly|even|else|it is|it's)\b)*|(?:or )?(?:it |the answer )?(?:could|might|may) (?:also |equally |well )*be\b|(?:another|(?:an |the )?(?:alternative|other|backup)|(?:a )?(?:possible|potential|second possible)) (?:possible |valid |plausible )?(?:answer|value|option|choice)(?:\s?:| (?:is|would be|could be|might be)\b))/;

/** A sentence that is no more than a denial, and answers no question. */
export const PLAIN_NO: RegExp = /^(?:no|nope|wrong|incorrect|false)$/i;

/** "Wait, no." with what it takes back before it, and "Hmm." or "Wait." alone, after which another value may be given. */
export const WAIT_NO: RegExp =
  /^(?:(?:oh|wait|hmm+|hold on|actually|sorry)[,… ]+no(?:pe)?|no(?:pe)?[,… ]+(?:wait|hold on|sorry|actually)|oops|not quite|my (?:bad|mistake))$/;
export const WAIT: RegExp =
  /^(?:wait|hmm+|hold on|actually|sorry|oh|ah)(?:[,… ]+(?:wait|hmm+|hold on|actually|sorry))?$/;

/** "Not 11, 12": the statement named, denied and replaced. */
export const NOT_THIS: RegExp = /^not ([^,.]{1,40}),? (?:but )?/;

/** Words between an opener and the value that it goes on to. */
export const FILLER: RegExp =
  /^(?:(?:no(?! es | é )|wait|actually|sorry|oops|hmm|rather|instead|well|i mean|make that|it's|it is|it should be|it must be|should be|must be|that's|that is|this is|that|the (?:correct |right )?(?:answer|value|option) (?:is|should be)|es ist|das ist|es|son|espera|perdón|non|c['’]est|nein|нет|это|não|é|è|هو|لا)(?![\p{L}'])|不对|不對|应该是|應該是|应为|不是|是|いや|아니)/iu;

/** "11 (wait, 12)", "11 - no wait, 12", "11, or rather 12": a value is taken back where it stands. */
export const TAKEN_BACK: RegExp =
  /^[\s$*)\]},;]*[(–—-]?\s*(?:oh,? )?(?:no,? )?(?:wait|scratch that|make that|correction|sorry|oops|i mean|i meant|or rather|actually no|nein|non|espera|perdón|attendez|pardon|moment|нет|não)[,:]?\s+(?:no,? |it is |it's |es ist |c['’]est )?[$(\\-]{0,2}\d/i;
