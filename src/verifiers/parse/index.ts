export { parseAnswer } from './answer.js';
export { parseTokens } from './grammar/index.js';
export { lexLatex } from './latex/index.js';
export { lexPlain } from './plain/index.js';
export type { ParseFailure, Token } from './token.js';
