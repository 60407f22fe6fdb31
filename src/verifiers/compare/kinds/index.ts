import type { Row } from '../table.js';
import { expressionRows } from './expression.js';
import { structuredRows } from './structure-rows.js';

/** Rows for the kinds with mathematical structure. */
export const structureRows: readonly Row[] = [...expressionRows, ...structuredRows];
