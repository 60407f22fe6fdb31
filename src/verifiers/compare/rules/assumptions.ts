/**
 * What is known of the free symbols while two expressions are compared; unlisted symbols are real. `natural`: a
 * whole number from 0 up.
 */
export type Assumptions = ReadonlyMap<string, 'real' | 'integer' | 'natural' | 'positive' | 'complex'>;

/** Nothing assumed: every symbol is real. */
export const NO_ASSUMPTIONS: Assumptions = new Map();
