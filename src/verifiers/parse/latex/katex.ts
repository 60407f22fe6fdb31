import katex from 'katex';

/** A range of KaTeX's own offsets; `lexer.input` tells which text they point into. */
export interface KatexLocation {
  readonly start: number;
  readonly end: number;
  readonly lexer: { readonly input: string };
}

/** The parse tree nodes that the rewritten source can produce, with the fields read here; any other is refused. */
export type KatexNode =
  | {
      readonly type: 'textord' | 'mathord' | 'atom' | 'spacing';
      readonly text: string;
      readonly loc?: KatexLocation;
    }
  | { readonly type: 'ordgroup'; readonly body: readonly KatexNode[]; readonly loc?: KatexLocation }
  | { readonly type: 'styling'; readonly body: readonly KatexNode[]; readonly loc?: KatexLocation }
  | { readonly type: 'mclass'; readonly body: readonly KatexNode[]; readonly loc?: KatexLocation }
  | {
      readonly type: 'op';
      readonly body?: readonly KatexNode[];
      readonly name?: string;
      readonly loc?: KatexLocation;
    }
  | {
      readonly type: 'supsub';
      readonly base?: KatexNode | null;
      readonly sup?: KatexNode | null;
      readonly sub?: KatexNode | null;
      readonly loc?: KatexLocation;
    }
  | {
      readonly type: 'genfrac';
      readonly numer: KatexNode;
      readonly denom: KatexNode;
      readonly hasBarLine: boolean;
      readonly leftDelim: string | null;
      readonly rightDelim: string | null;
      readonly loc?: KatexLocation;
    }
  | {
      readonly type: 'sqrt';
      readonly body: KatexNode;
      readonly index?: KatexNode | null;
      readonly loc?: KatexLocation;
    }
  | {
      readonly type: 'accent';
      readonly label: string;
      readonly base: KatexNode;
      readonly loc?: KatexLocation;
    }
  | { readonly type: 'overline'; readonly body: KatexNode; readonly loc?: KatexLocation }
  | {
      readonly type: 'enclose';
      readonly label: string;
      readonly body: KatexNode;
      readonly loc?: KatexLocation;
    }
  | { readonly type: 'font'; readonly font: string; readonly body: KatexNode; readonly loc?: KatexLocation }
  | {
      readonly type: 'array';
      readonly body: readonly (readonly KatexNode[])[];
      readonly loc?: KatexLocation;
    };

/** A failure of KaTeX's parser: its message, and offsets into the text it was given. */
export interface KatexFailure {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The JavaScript stack ran out: nesting beyond what is handled. */
  readonly tooDeep: boolean;
}

type Parse = (source: string, settings: Readonly<Record<string, unknown>>) => readonly KatexNode[];

/**
 * Erasure point: `__parse` is an internal entry point without types; a test pins the shape of its trees. Looked up at
 * each use, since the bundled command loads KaTeX at the first one.
 */
const parse: Parse = (source, settings) =>
  (katex as unknown as { readonly __parse: Parse }).__parse(source, settings);

/** Expansions a text may cause. The rewritten source needs a handful; anything more is an attack. */
const MAX_EXPAND = 64;

function failureOf(error: unknown, length: number): KatexFailure | null {
  if (error instanceof RangeError)
    return { message: 'nested too deeply', start: 0, end: length, tooDeep: true };
  if (!(error instanceof katex.ParseError)) return null;
  const {
    position,
    length: size,
    rawMessage,
  } = error as unknown as {
    readonly position?: number;
    readonly length?: number;
    readonly rawMessage: string;
  };
  const start = Math.min(position ?? length, length);
  return { message: rawMessage, start, end: Math.min(start + (size ?? 1), length), tooDeep: false };
}

/**
 * Parses with KaTeX, the failure as a value. Each call has macros of its own, because definitions leak through
 * a shared object.
 */
export function parseKatex(source: string): readonly KatexNode[] | KatexFailure {
  try {
    return parse(source, { displayMode: true, strict: 'ignore', maxExpand: MAX_EXPAND, macros: {} });
  } catch (error) {
    const failure = failureOf(error, source.length);
    if (failure === null) throw error;
    return failure;
  }
}
