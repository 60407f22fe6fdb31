import type { Shape } from '../../graph/node.js';
import type { Attribute, Constant, Operator } from './model.js';

/** What a model is emitted for. */
export interface Target {
  /** Operators run on one thread: what adds to the same place from several is exact. */
  readonly serial: boolean;
  /** Norms tell what they multiplied by; on WebGPU they leave zeros there (onnxruntime 1.30). */
  readonly inverseNorms: boolean;
  /** Single elements are added where they belong without leaving the device. */
  readonly scatters: boolean;
}

/** The processor, on several threads. */
export const processor: Target = { serial: false, inverseNorms: true, scatters: true };

/**
 * Collects the operators of a model. The same operator on the same inputs is emitted once: gradients repeat much of
 * what the forward pass computes.
 */
export class Emitter {
  readonly target: Target;
  readonly operators: Operator[] = [];
  readonly constants: Map<string, Constant> = new Map();
  readonly #known = new Map<string, string>();

  constructor(target: Target) {
    this.target = target;
  }

  /** The name of an operator's output. */
  emit(
    type: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    return this.emitAll(type, inputs, attributes, 1)[0] as string;
  }

  /** The names of an operator's outputs. */
  emitAll(
    type: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
    count: number,
  ): readonly string[] {
    const key = `${type}(${inputs.join(',')})${JSON.stringify(attributes)}`;
    const first = this.#once(key, (name) => {
      const outputs = Array.from({ length: count }, (_, i) => placeName(name, i));
      this.operators.push({ type, inputs, outputs, attributes });
    });
    return Array.from({ length: count }, (_, i) => placeName(first, i));
  }

  /** The name of a constant. */
  constant({ dtype, shape, values }: Constant): string {
    const constant = { dtype, shape, values };
    return this.table(JSON.stringify(constant), () => constant);
  }

  /** The name of a constant that is made once for a key, which says all that it follows from. */
  table(key: string, make: () => Constant): string {
    return this.#once(key, (name) => {
      this.constants.set(name, make());
    });
  }

  /** The name of a constant of indices: a shape, axes, bounds. */
  ints(values: readonly number[], shape: Shape = [values.length]): string {
    return this.constant({ dtype: 'int', shape, values });
  }

  /** The name of a scalar. */
  scalar(value: number, dtype: Constant['dtype']): string {
    return this.constant({ dtype, shape: [], values: [value] });
  }

  /** A value repeated over a shape, made when the model runs so that it takes no room in the file. */
  filled(value: number, shape: Shape, dtype: Constant['dtype']): string {
    if (shape.length === 0) return this.scalar(value, dtype);
    const tensor = { dtype, shape: [1], values: [value] };
    return this.emit('ConstantOfShape', [this.ints(shape)], { value: { tensor } });
  }

  #once(key: string, make: (name: string) => void): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = `v${this.#known.size}`;
    this.#known.set(key, name);
    make(name);
    return name;
  }
}

const placeName = (name: string, i: number): string => (i === 0 ? name : `${name}.${i}`);
