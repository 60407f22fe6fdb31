import type { DType, Shape } from '../../graph/node.js';
import { bytes, encode, type Field, float, int, message, text } from './protobuf.js';

/**
 * ONNX models as bytes. Field numbers are those of onnx.proto3 (IR version 9); operators those of opset 18.
 *
 * Source: ONNX, "Open Neural Network Exchange Intermediate Representation Specification".
 */
const IR_VERSION = 9;
const OPSET = 18;

/** Element types of onnx.proto3. */
export const elementType = { float: 1, int: 7, bool: 9 } as const;

/** An attribute of an operator. */
export type Attribute =
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly float: number }
  | { readonly text: string }
  | { readonly tensor: Constant };

/** A constant tensor: floats, or indices in int64. */
export interface Constant {
  readonly dtype: DType;
  readonly shape: Shape;
  readonly values: readonly number[];
}

/** One operator: names of its inputs and outputs in the model. A type with a dot is of a domain, `com.microsoft.QuickGelu`. */
export interface Operator {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** An input or output of the model. */
export interface Port {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: Shape;
}

/** A model: operators in an order in which they can run. */
export interface Model {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly constants: ReadonlyMap<string, Constant>;
  readonly operators: readonly Operator[];
}

/** The bytes of a model. */
export function modelBytes({ inputs, outputs, constants, operators }: Model): Uint8Array {
  const graph = [
    ...operators.map((operator) => message(1, operatorFields(operator))),
    text(2, 'touchstone'),
    ...[...constants].map(([name, constant]) => message(5, tensorFields(constant, name))),
    ...inputs.map((port) => message(11, portFields(port))),
    ...outputs.map((port) => message(12, portFields(port))),
  ];
  return encode([
    int(1, IR_VERSION),
    text(2, 'touchstone'),
    message(7, graph),
    message(8, [text(1, ''), int(2, OPSET)]),
    message(8, [text(1, 'com.microsoft'), int(2, 1)]),
  ]);
}

function operatorFields({ type, inputs, outputs, attributes }: Operator): readonly Field[] {
  const dot = type.lastIndexOf('.');
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type.slice(dot + 1)),
    ...(dot < 0 ? [] : [text(7, type.slice(0, dot))]),
    ...Object.entries(attributes).map(([name, value]) =>
      message(5, [text(1, name), ...attributeFields(value)]),
    ),
  ];
}

function attributeFields(attribute: Attribute): readonly Field[] {
  if ('int' in attribute) return [int(3, attribute.int), int(20, 2)];
  if ('ints' in attribute) return [...attribute.ints.map((value) => int(8, value)), int(20, 7)];
  if ('float' in attribute) return [float(2, attribute.float), int(20, 1)];
  if ('text' in attribute) return [text(4, attribute.text), int(20, 3)];
  return [message(5, tensorFields(attribute.tensor)), int(20, 4)];
}

function tensorFields({ dtype, shape, values }: Constant, name = ''): readonly Field[] {
  const raw = dtype === 'float' ? Float32Array.from(values) : BigInt64Array.from(values.map(BigInt));
  return [
    ...shape.map((size) => int(1, size)),
    int(2, elementType[dtype]),
    ...(name === '' ? [] : [text(8, name)]),
    bytes(9, new Uint8Array(raw.buffer)),
  ];
}

function portFields({ name, dtype, shape }: Port): readonly Field[] {
  const dims = shape.map((size) => message(1, [int(1, size)]));
  const type = message(1, [int(1, elementType[dtype]), message(2, dims)]);
  return [text(1, name), message(2, [type])];
}
