/** What is known of the free symbols while two expressions are compared; unlisted symbols are real. */
export type Assumptions = ReadonlyMap<string, 'real' | 'integer' | 'positive' | 'complex'>;

/** Nothing assumed: every symbol is real. */
export const NO_ASSUMPTIONS: Assumptions = new Map();
