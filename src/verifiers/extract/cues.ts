import { isOneOf } from './characters.js';
import { type Cues, cueList, endsAt, hasCue, lastCueEnd } from './cue-list.js';

export { findCue, hasCue, lastCueEnd } from './cue-list.js';

/**
 * Words that tell how two statements of an answer stand to each other. Data only; compared in lower case, as
 * whole words (Chinese and Japanese as substrings). None holds a regular expression: scanning stays linear.
 */

const words = (list: string): Cues => cueList(list.trim().split(/\s*[|\n]\s*/));

/** The writer takes back what was said before, or marks what follows as the correction. */
export const retractions: Cues = words(`
  wait|on reflection|on second thought|correction|corrected|actually|let me recheck|let me re-check
  rechecking|re-checking|reconsider|reconsidering|my mistake|a mistake|an error|hold on|forgot|miscounted|overlooked|oops|sorry|scratch that
  instead|that is wrong|that's wrong|that is incorrect|that's incorrect|this is wrong|this is incorrect
  was wrong|was incorrect|is not correct|is not right|hmm|no,|contradicts|contradiction|double-check
  double check|revised|to be precise|more precisely|rather|i misread|just kidding|apologize|apologies|however
  more accurate|most accurate|updated|revised|corrected|eso es incorrecto|eso está mal|c'est faux|das ist falsch|это неверно|это неправильно|isso está errado
  è sbagliato|错了|錯了|間違|틀렸|等等|更正|不对|纠正|实际上|重新|修正|错误|attendez|en fait|espera|en realidad
  corrección|moment|tatsächlich|korrektur|подождите|на самом деле|исправ
`);

/** What follows is announced as the final answer, whatever was worked out before. */
export const finals: Cues = words(`
  final answer|final result|final solution|in conclusion|in summary|to summarize|to sum up|overall
  finally|in the end|ultimately|all together|altogether|in total|response|most likely|best answer|i will go with|i'll go with
  conclusion|最终|最后|综上|总之|结论|finalement|en conclusion|finalmente|en resumen|schließlich|insgesamt|итого
  наконец|endgültig|respuesta final|réponse finale|resposta final
`);

/** Words that open the sentence in which a solution concludes. */
export const conclusions: Cues = words(`
  so|therefore|thus|hence|consequently|it follows|which means|this means|which gives|this gives|we conclude
  所以|因此|故|于是|从而|可得|したがって|よって|ゆえに|따라서|그러므로|donc|ainsi|por lo tanto|por tanto|así|daher|somit
  folglich|поэтому|следовательно|значит|итак|portanto|logo|quindi|dunque|perciò|لذا|إذن|لذلك|इसलिए|अतः
  dolayısıyla|таким образом|par conséquent|en consecuencia|di conseguenza|vậy|do đó|jadi|więc|zatem|dus
`);

const steps: Cues = words(`
  then|implies|we get|we have|we obtain|we find|now|next|step|substituting|substitute|adding|subtracting
  multiplying|dividing|using|plugging|solving|simplifying|since|because|yields|giving|let|rightarrow
  after|from this|from here|also|given|simplifies|combining|则|那么|得到|然后|接下来|代入|即|alors|ensuite
  entonces|luego|dann|тогда|maka
`);

/** What follows is worked out from what came before: the earlier statement was a step. */
export const consequences: Cues = cueList([...conclusions, ...steps]);

/** What follows stands beside what came before, without replacing it. */
export const alternatives: Cues = words(`
  or|alternatively|possibly|perhaps|maybe|could also|might also|might be|could be|either
  another possibility|another answer|depending|if instead|otherwise|equally|或者|或|也可能|要么|ou|oder|или
  oppure
`);

/** Words that deny what stands right after them. */
export const negations: Cues = words(`
  not|isn't|isnt|aren't|never|neither|nor|cannot|can't|won't|wouldn't|doesn't|rather than|instead of
  other than|except|anything but|eliminate|eliminating|ruling out|rule out|exclude|excludes|reject|rejects|rejecting|discard|discards|discarding|avoid|avoids|排除|除了|剔除|不是|不为|不等于|并非|不|非|pas|no es|non|nicht|não|не|kein|niet|inte
  excluding|but not|far from|no longer|different from|unlike|any value but|anyone but|everything but|nie|bukan|tidak|không|ikke|ei|لا|ليس|لا يساوي|لا تساوي|नहीं
  não é|não são|non è|non sono|no son|no está|nie jest|nie są|не є|не является|не равно|не равен|není|nejsou|nu este
  δεν είναι|δεν|ليست|नहीं है|không phải|không phải là|bukanlah|ei ole|is geen|geen|keine|n'est|no sea
  not equal to|not equal|unequal to|not the same as|distinct from|all but|opposite of|nicht gleich|pas égal à|no es igual a
  non è uguale a|não é igual a
`);

/** Words before a value that make it a bound, an end of a range or a guess. */
export const bounds: Cues = words(`
  less than|more than|greater than|fewer than|smaller than|larger than|bigger than|between|at most|at least|close to
  no more than|no less than|no fewer than|not exceed|under|below|above|over|up to|from|within|depends|depending|candidates
  bounded|one of|among|such as|for example|for instance|including|include|includes|al menos|por lo menos|como mínimo|como máximo|a lo sumo|más de|menos de|mayor que|menor que|mayor a
  menor a|au moins|au plus|au maximum|au minimum|plus de|moins de|plus grand que|plus petit que|supérieure à|supérieur à
  inférieure à|inférieur à|mindestens|höchstens|mehr als|weniger als|größer als|kleiner als|pelo menos|no mínimo
  no máximo|mais de|mais que|menos que|maior que|maior do que|menor do que|almeno|al massimo|al minimo|più di|meno di
  maggiore di|minore di|не меньше|не больше|не менее|не более|больше|меньше|более|менее|как минимум|как максимум|минимум
  максимум|على الأقل|على الأكثر|أكثر من|أقل من|أكبر من|أصغر من|कम से कम|अधिक से अधिक|ít nhất|nhiều nhất
  lớn hơn|nhỏ hơn|en az|en fazla|co najmniej|co najwyżej|więcej niż|mniej niż|setidaknya|paling banyak|lebih dari
  kurang dari|minstens|hoogstens|meer dan|minder dan|mindst|højst|minst|högst|最低|最少|最高
  小于|大于|少于|多于|至少|至多|最多|超过|不到|不足|高于|低于|小於|大於|超過
`);

/** Signs that deny an equality. */
const deniedSigns: readonly string[] = ['\\ne', '\\neq', '\\not', '\\neg', '≠', '!=', '¬', '&ne;', '<>'];

/** {@link negations} and the signs that deny an equality. */
export const deniedEqualities: Cues = cueList([...negations, ...deniedSigns]);

/** {@link negations} and the signs that deny what stands after them; where a value is picked out of a text. */
export const denials: Cues = cueList([...deniedEqualities, '<', '>', '\\lt', '\\gt']);

/** Words that make a statement a supposition: it says what would be, not what is. */
export const suppositions: Cues = words(`
  would|if|suppose|supposing|assume|assuming|could|might|might be|may|unless|whether|perhaps
  maybe|possibly|guess that|what if|whatever|如果|假设|可能|也许|vielleicht|möglicherweise|peut-être|tal vez|quizás|quizá
  talvez|forse|возможно|может быть|ربما|शायद|có lẽ|mungkin|belki
`);

/** Words with which a clause takes up what the one before it left open: "I am not sure, but the answer is 7". */
const turns: Cues = words(`
  but|yet|still|anyway|nevertheless|nonetheless|however|但|mais|aber|pero|но
`);

/** Words before a statement with which the writer does not stand behind it. */
const disbeliefs: Cues = words(`
  don't think|do not think|dont think|don't believe|do not believe|doubt|not sure|unsure|not certain|not true
  not the case|not that|not convinced|impossible that|unlikely that|ne pense pas|glaube nicht|no creo|не думаю
`);

/** Words right after a value by which it is no answer. */
export const rejections: Cues = words(`
  is wrong|is incorrect|is not correct|is not right|is too|does not work|doesn't work|fails|is not valid|isn't valid|does not satisfy|doesn't satisfy|is extraneous|is rejected|is discarded|is not possible|isn't possible|is not a solution|is a trap|is a distractor|is the wrong|is a wrong|is the incorrect|is an incorrect|is the answer to a|is not the|is not my|is not our|is only a guess|is just a guess|is false|is not true|is impossible|is invalid
  is excluded|is eliminated|is ruled out|can be eliminated|can be excluded|can be discarded|被排除|isn't right|isn't correct|isn't the|was wrong|was incorrect|are wrong|are incorrect
  which is wrong|which is incorrect|which was wrong|which is not correct|which is false|can be ruled out|değil
  ではない|ではありません|じゃない|नहीं|不对|不是答案|不是正确|是错|错误|不正确|不成立|이 아니|가 아니|아니|이 아닙|가 아닙|아닙|не верно|неверно|est faux|ist falsch
  es incorrect|è sbagliat
`);

/** Words right after a value that make it a bound or take cases away; after a box they are a remark. */
export const bounding: Cues = words(`
  or more|or less|or higher|or lower|or greater|or fewer|or smaller|or larger|or above|or below|and above|and below
  and up|and more|squared|cubed|at most|at least|i mean|make that|unless|plus |minus |if that is wrong|if that's wrong|if wrong|if not
  以上|以下|未満|より|かも|이상|이하|초과|미만|보다|수도|일 수|이거나|거나|से अधिक|से कम|से ज़्यादा|से ज्यादा|हो सकत
  more than|less than|fewer than|greater than|divided by|multiplied by|modulo|to the power|raised to|and a half|and a third|and a quarter
  o más|o menos|ou plus|ou moins|oder mehr|oder weniger|ou mais|ou menos|или больше|или более|или меньше|или менее
  o più|o meno|或更多|或更少
`);

/** "Or" between two values, as a whole word. */
export const orWords: ReadonlySet<string> = new Set(
  words(`
    or|ou|oder|o|или|либо|soit|bzw|lub|albo|veya|hoặc|atau|أو|oppure|eller|nebo|vagy|tai|sau|або|ή|या|vs|versus|xor
    或|或者|还是|還是|抑或|または|もしくは|あるいは|か|또는|혹은|아니면
  `),
);

/** Other words between two values that leave open which of them is meant. */
export const maybeWords: ReadonlySet<string> = new Set(
  words('alternatively|perhaps|maybe|possibly|otherwise|also'),
);

/** True when `folded`, without trailing spaces and delimiters, ends in one of `cues`. */
export function endsInCue(folded: string, cues: Cues): boolean {
  let end = folded.length;
  for (let macros = 0; macros <= macroLimit; macros += 1) {
    while (end > 0 && isOneOf(MARKS, folded, end - 1)) end -= 1;
    if (endsAt(folded, end, cues)) return true;
    const macro = folded[end] === '{' ? MACRO.exec(folded.slice(Math.max(0, end - 16), end)) : null;
    if (macro === null) return false;
    end -= macro[0].length;
  }
  return false;
}

/** Marks between a word and the value that it is about. */
const MARKS = ' \n\t$(*_\\[{}:"\'';

/** The name of a macro around the value, `não é \text{7}`, and how many are looked through. */
const MACRO = /\\[a-z]{1,14}$/;
const macroLimit = 3;

/** True when the last clause of `lead` (lower case) says that its writer does not believe what follows. */
export const isDisbelieved = (lead: string): boolean =>
  hasCue(lead, disbeliefs) && hasCue(lead.slice(Math.max(0, lastCueEnd(lead, turns))), disbeliefs);

/** Verbs that report what somebody says. */
const reports: Cues = words(
  'say|says|said|answer|answers|answered|claim|claims|claimed|argue|argues|think|thinks|thought|guess|guesses|believe|believes',
);

/** Speakers other than the writer. */
const others: Cues = words(
  'some|others|people|someone|somebody|many|one might|one may|one could|one would|one says|he|she|they|student|students|friend|teacher|solver',
);

/** True when `lead` (lower case) gives what follows as somebody else's words: "some would say that". */
export const isReported = (lead: string): boolean => hasCue(lead, reports) && hasCue(lead, others);

/** Words without one of which nothing {@link isDisbelieved} or {@link isReported}. */
export const distances: Cues = cueList([...disbeliefs, ...reports]);
