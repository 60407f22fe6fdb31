/** What people read: terminal tables and bars, and the statistics in them. */
export { type Proportion, usualK, wilson } from './statistics.js';
export { type Column, tableLines } from './table.js';
export { bar, cut, cutStart, grouped, pad, percent, sparkline, visible, widthOf } from './text.js';
