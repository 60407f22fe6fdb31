/**
 * The digit in the last box of a response, or `null`: of the response alone, whatever question it went on to. The general
 * verifier reads `\boxed{…}` of LaTeX; these texts write `box { 7 }`.
 */
export function boxedDigit(response: string): number | null {
  const found = [...response.matchAll(/\bbox \{ (\d) \}/g)].at(-1);
  return found === undefined ? null : Number(found[1]);
}
