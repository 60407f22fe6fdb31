import { cut, pad, widthOf } from './text.js';

/** A column of a table; `paint` colours a finished cell without changing its width. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly paint?: (cell: string) => string;
}

/** Lines of a table: columns as wide as their cells; the last is cut when the whole exceeds `width`. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: { readonly width: number; readonly indent?: string; readonly heading?: (text: string) => string },
): readonly string[] {
  const { width, indent = '  ', heading = (text) => text } = options;
  const gap = '  ';
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const last = columns.length - 1;
  const before = indent.length + widths.slice(0, last).reduce((sum, one) => sum + one + gap.length, 0);
  widths[last] = Math.min(widths[last] ?? 0, Math.max(4, width - before));
  const line = (cells: readonly string[], paint: (cell: string, index: number) => string): string =>
    indent +
    cells
      .map((cell, index) => {
        const size = widths[index] as number;
        return paint(pad(cut(cell, size), size, columns[index]?.align), index);
      })
      .join(gap)
      .trimEnd();
  const title = line(
    columns.map((column) => column.title),
    (cell) => heading(cell),
  );
  const body = rows.map((row) => line(row, (cell, index) => columns[index]?.paint?.(cell) ?? cell));
  return columns.some((column) => column.title !== '') ? [title, ...body] : body;
}
