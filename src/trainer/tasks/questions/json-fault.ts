/**
 * The place of the first character at which a text stops being JSON; its length where only the end is missing. The parser does
 * not always tell, so the longest beginning that could still go on is found by halving.
 */
export function jsonFault(text: string): number {
  let good = 0;
  let bad = text.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good;
}

/** Whether a text is JSON, or its only fault is that it ends. */
function couldGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return why.includes('end of JSON input') || Number(/position (\d+)/.exec(why)?.[1]) === text.length;
  }
}
