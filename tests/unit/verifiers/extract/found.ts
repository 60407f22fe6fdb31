import { type ExtractOptions, extract } from '../../../../src/verifiers/extract/index.js';
import { lenient, strict } from '../../../../src/verifiers/policy.js';

/** What extraction makes of a response, without a parser: the answer's text, or the status when there is none. */
export function found(response: string, options: Partial<ExtractOptions> = {}): string {
  const extraction = extract(response, { policy: strict, ...options });
  return extraction.status === 'found' ? extraction.text : `<${extraction.status}>`;
}

/** The same under the lenient profile. */
export const foundLenient = (response: string): string => found(response, { policy: lenient });

/** The method by which an answer was found, or null. */
export const methodOf = (response: string, options: Partial<ExtractOptions> = {}): string | null =>
  extract(response, { policy: strict, ...options }).method;
