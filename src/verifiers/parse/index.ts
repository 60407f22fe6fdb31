export { parseAnswer } from './answer.js';
export type { ParseFailure } from './token.js';
