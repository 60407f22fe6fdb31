/** Words that make a phrase more than the name of a counted thing, in lower case as written. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'and or if is are was were be been not no than then at when where for with to by in on but as so from into onto over under between ' +
    'above below about approximately approx around exactly only equal equals half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths hundredth hundredths thousandth thousandths millionth millionths score gross inverse reciprocal opposite squared cubed factorial doubled tripled halved twice double half less more least most greater fewer least plus minus times divided ' +
    'dne undefined infinity infinite nothing googol googolplex null nan empty unknown impossible ' +
    'which that this these those it its they there here otherwise else unless while since because thus hence therefore let ' +
    'does do did has have had can could will would should may might must exist exists isn isnt none neither nor either both all each every ' +
    'another different same before after until during without within except mod modulo solution answer even odd prime true false yes ' +
    'i e y o und oder et ou ist es und si non pas positive negative real complex integer integers number numbers never always happen happens work works remain remains stay stays become becomes make makes give gives first second third last sin cos tan log ln sqrt max min gcd lcm'
  ).split(' '),
);

/** Denials and choices in languages that write them against the value: `7不对`, `7ではない`, "7 değil", `7或x`. */
export const DENIAL: RegExp =
  /[不非没無错錯或]|ない|ません|아니|아닙|않|または|もしくは|あるいは|^か$|또는|혹은|[还還]是|^değil|^नहीं/u;

/** Bounds and doubts that follow a value: `7 이상`, `7かもしれない`, "7 से अधिक", "7 como mínimo". */
export const BOUNDS: RegExp =
  /かもしれ|以上|以下|未満|より|이상|이하|초과|미만|보다|거나|^수도|^सक(?:ता|ती|ते)|^अधिक|^ज़्यादा|^ज्यादा|^कम$|^शायद|^(?:mínimo|máximo|minimum|maximum|mindestens|höchstens|vielleicht|peut-être|quizás?|talvez|forse|более|менее|больше|меньше|минимум|максимум|возможно|ليس|الأقل|الأكثر)$/u;
