/**
 * Tensor computations as data: a graph of nodes with static shapes, made by the builders of this folder, differentiated
 * by `gradients` (a graph from a graph), and given meaning by the engines. Every primitive is one case here; its
 * shape rule is in `build.ts`, its gradient rule in `pullback.ts`.
 */
export type Node =
  | InputNode
  | FillNode
  | IotaNode
  | ConstantNode
  | UnaryNode
  | BinaryNode
  | SelectNode
  | CastNode
  | BroadcastNode
  | ReshapeNode
  | TransposeNode
  | SliceNode
  | PadNode
  | ConcatNode
  | MatmulNode
  | ReduceNode
  | SoftmaxNode
  | GatherNode
  | ScatterAddNode
  | PickNode
  | UnpickNode
  | ArgmaxNode
  | StopGradientNode
  | FusedNode;

/** `float`: float32 on devices, float64 in the reference engine. `int`: indices, exact. */
export type DType = 'float' | 'int';

/** Sizes of the axes, outermost first; `[]` is a scalar. All known when the graph is made. */
export type Shape = readonly number[];

/** What every node knows of its value. */
export interface Typed {
  readonly dtype: DType;
  readonly shape: Shape;
}

/** A value given at every run: a parameter, an optimiser state, a batch. */
export interface InputNode extends Typed {
  readonly op: 'input';
  readonly name: string;
}

/** The same finite value everywhere. */
export interface FillNode extends Typed {
  readonly op: 'fill';
  readonly value: number;
}

/** The index along one axis, an int. */
export interface IotaNode extends Typed {
  readonly op: 'iota';
  readonly axis: number;
}

/** Finite values that are known when the graph is made, in row-major order: a small table. */
export interface ConstantNode extends Typed {
  readonly op: 'constant';
  readonly values: readonly number[];
}

/** Functions of one float. */
export type UnaryFunction = 'neg' | 'exp' | 'log' | 'sqrt' | 'tanh' | 'sigmoid' | 'sin' | 'cos';

/** An elementwise function of a float. */
export interface UnaryNode extends Typed {
  readonly op: 'unary';
  readonly function: UnaryFunction;
  readonly x: Node;
}

/** Functions of two values; `less` and `equal` give 1 or 0 as a float and have no gradient. */
export type BinaryFunction = 'add' | 'sub' | 'mul' | 'div' | 'max' | 'min' | 'less' | 'equal';

/** An elementwise function of two values of one shape and dtype; the builders broadcast. */
export interface BinaryNode extends Typed {
  readonly op: 'binary';
  readonly function: BinaryFunction;
  readonly a: Node;
  readonly b: Node;
}

/** `a` where `when` is not 0, else `b`; all of one shape, `when` a float. */
export interface SelectNode extends Typed {
  readonly op: 'select';
  readonly when: Node;
  readonly a: Node;
  readonly b: Node;
}

/** An int as a float, or a float that is whole as an int. */
export interface CastNode extends Typed {
  readonly op: 'cast';
  readonly x: Node;
}

/** Axes of size 1 repeated; the rank stays. */
export interface BroadcastNode extends Typed {
  readonly op: 'broadcast';
  readonly x: Node;
}

/** The same elements in the same order under another shape. */
export interface ReshapeNode extends Typed {
  readonly op: 'reshape';
  readonly x: Node;
}

/** Axis i of the result is axis `permutation[i]` of `x`. */
export interface TransposeNode extends Typed {
  readonly op: 'transpose';
  readonly x: Node;
  readonly permutation: readonly number[];
}

/** `x[starts[i] : ends[i]]` along every axis i. */
export interface SliceNode extends Typed {
  readonly op: 'slice';
  readonly x: Node;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Zeros before and after along every axis. */
export interface PadNode extends Typed {
  readonly op: 'pad';
  readonly x: Node;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Values side by side along one axis. */
export interface ConcatNode extends Typed {
  readonly op: 'concat';
  readonly axis: number;
  readonly parts: readonly Node[];
}

/** `[…, m, k] × […, k, n] → […, m, n]` with equal leading axes; an operand may be stored transposed (its last two axes). */
export interface MatmulNode extends Typed {
  readonly op: 'matmul';
  readonly a: Node;
  readonly b: Node;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Sum or greatest along axes, which stay with size 1. */
export interface ReduceNode extends Typed {
  readonly op: 'reduce';
  readonly function: 'sum' | 'max';
  readonly x: Node;
  readonly axes: readonly number[];
}

/** Softmax over the last axis, or its logarithm; both subtract the greatest first. */
export interface SoftmaxNode extends Typed {
  readonly op: 'softmax';
  readonly log: boolean;
  readonly x: Node;
}

/** Rows of a table `[V, D]` at ids `[…]` → `[…, D]`. */
export interface GatherNode extends Typed {
  readonly op: 'gather';
  readonly table: Node;
  readonly ids: Node;
}

/** The transpose of gather: rows `[…, D]` summed into a table `[V, D]` of zeros at ids `[…]`. */
export interface ScatterAddNode extends Typed {
  readonly op: 'scatterAdd';
  readonly rows: Node;
  readonly ids: Node;
}

/** `x[…, ids[…]]`: one element of the last axis of `[…, V]` at ids `[…]` → `[…]`. */
export interface PickNode extends Typed {
  readonly op: 'pick';
  readonly x: Node;
  readonly ids: Node;
}

/** The transpose of pick: `[…]` placed at ids `[…]` of a last axis of zeros → `[…, V]`. */
export interface UnpickNode extends Typed {
  readonly op: 'unpick';
  readonly x: Node;
  readonly ids: Node;
}

/** The first index of the greatest element of the last axis `[…, V]` → `[…]`, an int. */
export interface ArgmaxNode extends Typed {
  readonly op: 'argmax';
  readonly x: Node;
}

/** The value, with no gradient through it. */
export interface StopGradientNode extends Typed {
  readonly op: 'stopGradient';
  readonly x: Node;
}

/**
 * A value that some engines compute in one go: `x` is the same value by primitives, and to every engine that does not know the
 * kernel this node is `x`.
 */
export interface FusedNode extends Typed {
  readonly op: 'fused';
  readonly kernel: Kernel;
  readonly x: Node;
}

/** What is computed in one go; see the builders of `kernels.ts`. */
export type Kernel = PutKernel | RmsNormKernel | InverseRmsKernel | RotateKernel | SiluKernel | SegmentKernel;

/** `into` with row b's slice at index `at[b]` of an axis exchanged for `fresh`, which has size 1 there. */
export interface PutKernel {
  readonly name: 'put';
  readonly into: Node;
  readonly fresh: Node;
  /** Ints `[B]`. */
  readonly at: Node;
  readonly axis: number;
}

/** x / √(mean x² + ε) · weight over the last axis of `[rows, size]`. */
export interface RmsNormKernel {
  readonly name: 'rmsNorm';
  readonly x: Node;
  /** `[size]` */
  readonly weight: Node;
  readonly epsilon: number;
}

/** What {@link RmsNormKernel} multiplies a row by before the weight, `[rows, 1]`: engines that norm know it already. */
export interface InverseRmsKernel extends Omit<RmsNormKernel, 'name'> {
  readonly name: 'inverseRms';
}

/** Rotary positions on `[B, heads, S, size]`; `turn` is 1, or −1 for the way back. */
export interface RotateKernel {
  readonly name: 'rotate';
  readonly x: Node;
  /** Ints `[B, S]`, each below `places`. */
  readonly positions: Node;
  readonly places: number;
  /** Radians a position, one for each pair of a head's entries: `[size / 2]`. */
  readonly frequencies: readonly number[];
  readonly turn: 1 | -1;
}

/** x·sigmoid(x). */
export interface SiluKernel {
  readonly name: 'silu';
  readonly x: Node;
}

/** The node's `x` itself; its gradient is made from `from` anew, see `segment`. */
export interface SegmentKernel {
  readonly name: 'segment';
  readonly result: Node;
  readonly from: readonly Node[];
}

/** What an operand's gradient gains from a node. */
export type Share = readonly [operand: Node, gradient: Node];

/** A computation with named results; its inputs are the input nodes that the results reach, each name once. */
export interface Graph {
  readonly outputs: Readonly<Record<string, Node>>;
  /**
   * Results that take the place of an input of the same shape, result name to input name: the tensor given for that input is
   * used up by a run, and an engine may write the result into its memory. Whoever runs the graph must not use it again.
   */
  readonly inPlace?: Readonly<Record<string, string>>;
}
