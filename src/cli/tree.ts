import type { Answer, Expr } from '../verifiers/index.js';

/** Depth and lines after which a tree is cut. */
const DEPTH = 40;
const LINES = 400;

/** A node with a label and children: what both expressions and answers are drawn from. */
interface Branch {
  readonly label: string;
  readonly children: readonly Branch[];
}

const isExpr = (value: object): value is Expr => 'node' in value;

const rationalText = (num: bigint, den: bigint): string => (den === 1n ? String(num) : `${num}/${den}`);

function branchOfExpr(expr: Expr, depth: number): Branch {
  switch (expr.node) {
    case 'number':
      return { label: rationalText(expr.num, expr.den), children: [] };
    case 'symbol':
      return { label: expr.name, children: [] };
    case 'text':
      return { label: JSON.stringify(expr.value), children: [] };
    case 'apply':
      if (depth > DEPTH) return { label: `${expr.head} …`, children: [] };
      return { label: expr.head, children: expr.args.map((arg) => branchOfExpr(arg, depth + 1)) };
  }
}

/** A field of an answer: a scalar joins its label, structures become children. */
function branchOfField(name: string, value: unknown, depth: number): Branch {
  if (typeof value !== 'object' || value === null)
    return { label: `${name}: ${String(value)}`, children: [] };
  if (depth > DEPTH) return { label: `${name}: …`, children: [] };
  if (Array.isArray(value)) {
    return {
      label: name,
      children: value.map((item, index) => branchOfItem(item, String(index + 1), depth + 1)),
    };
  }
  return { label: name, children: [branchOfItem(value, '', depth + 1)] };
}

function branchOfItem(value: unknown, name: string, depth: number): Branch {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (isExpr(value)) return branchOfExpr(value, depth);
    const { kind, ...fields } = value as { readonly kind?: unknown };
    const label = typeof kind === 'string' ? kind : name || 'part';
    return { label, children: fieldsOf(fields, depth) };
  }
  return branchOfField(name, value, depth);
}

const fieldsOf = (fields: object, depth: number): readonly Branch[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => branchOfField(name, value, depth + 1));

function draw({ label, children }: Branch, lines: string[], lead: string, own: string): void {
  if (lines.length >= LINES) return;
  lines.push(own + label);
  children.forEach((child, index) => {
    const last = index === children.length - 1;
    draw(child, lines, `${lead}${last ? '   ' : '│  '}`, `${lead}${last ? '└─ ' : '├─ '}`);
  });
}

/** The parse tree of an answer, a line a node. */
export function treeLines(answer: Answer): readonly string[] {
  const branch =
    answer.kind === 'expression' ? branchOfExpr(answer.expr, 0) : branchOfItem(answer, answer.kind, 0);
  const lines: string[] = [];
  draw(branch, lines, '', '');
  return lines.length >= LINES ? [...lines, '…'] : lines;
}
