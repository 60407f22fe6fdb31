import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../../support/index.js';
import type { HostTensor } from '../engine/engine.js';
import type { Shape } from '../graph/node.js';
import { sizeOf } from '../graph/shapes.js';
import { fromBfloat16, fromFloat16 } from './half-floats.js';

/**
 * The safetensors format, read strictly: nothing in such a file is code, and a file that is not exactly what it says is
 * refused by name.
 *
 * Source: the format section of the safetensors README.
 */
const MAX_HEADER_BYTES = 100 * 1024 * 1024;

/** Bytes of an element. */
const WIDTHS: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 };

/** Where a tensor stands in a file. */
export interface TensorEntry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: Shape;
  /** First byte and the byte after the last, counted from the end of the header. */
  readonly offsets: readonly [number, number];
}

/** An open file: its tensors, and how to read one. */
export interface SafetensorsFile {
  readonly entries: readonly TensorEntry[];
  /** The tensor as float32. Throws {@link InputError} for an element type that is none of F32, F16 and BF16. */
  read(name: string): Promise<HostTensor>;
  close(): Promise<void>;
}

/** Opens a file and checks its header. Throws {@link InputError} naming the file and what is wrong. */
export async function openSafetensors(path: string): Promise<SafetensorsFile> {
  const file = await open(path, 'r').catch((error: Error) => {
    throw new InputError(`cannot open ${path}: ${error.message}`);
  });
  try {
    const { size } = await file.stat();
    const { entries, start } = await readHeader(file, size, path);
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    return {
      entries,
      read: (name) => {
        const entry = byName.get(name);
        if (entry === undefined) throw new InputError(`${path} has no tensor '${name}'`);
        return readTensor(file, entry, start, path);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readHeader(
  file: FileHandle,
  size: number,
  path: string,
): Promise<{ readonly entries: readonly TensorEntry[]; readonly start: number }> {
  const refuse = (why: string): InputError => new InputError(`${path} is no safetensors file: ${why}`);
  if (size < 8) throw refuse(`it has ${size} bytes`);
  const length = Number((await readBytes(file, 0, 8, path)).readBigUInt64LE());
  if (length > MAX_HEADER_BYTES || 8 + length > size)
    throw refuse(`its header should have ${length} bytes, the whole file has ${size}`);
  const text = (await readBytes(file, 8, length, path)).toString('utf8');
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw refuse('its header is not JSON');
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header) || !text.startsWith('{'))
    throw refuse('its header is no object');
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => entryOf(name, value, refuse));
  checkCovered(entries, size - 8 - length, refuse);
  return { entries, start: 8 + length };
}

function entryOf(name: string, value: unknown, refuse: (why: string) => InputError): TensorEntry {
  const { dtype, shape, data_offsets: offsets } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const counts = (list: unknown): list is number[] =>
    Array.isArray(list) && list.every((each) => Number.isSafeInteger(each) && each >= 0);
  if (typeof dtype !== 'string' || !counts(shape) || !counts(offsets) || offsets.length !== 2)
    throw refuse(`the entry of '${name}' lacks a dtype, a shape or two offsets`);
  const [from, to] = offsets as [number, number];
  const width = WIDTHS[dtype];
  if (width !== undefined && to - from !== sizeOf(shape) * width)
    throw refuse(`'${name}' ${dtype} [${shape.join(',')}] has ${to - from} bytes`);
  return { name, dtype, shape, offsets: [from, to] };
}

/** The tensors cover the data without holes or overlap. */
function checkCovered(
  entries: readonly TensorEntry[],
  size: number,
  refuse: (why: string) => InputError,
): void {
  let reached = 0;
  for (const { name, offsets } of [...entries].sort(
    (a, b) => a.offsets[0] - b.offsets[0] || a.offsets[1] - b.offsets[1],
  )) {
    if (offsets[0] !== reached)
      throw refuse(`'${name}' begins at byte ${offsets[0]} of the data, not at ${reached}`);
    reached = offsets[1];
  }
  if (reached !== size)
    throw refuse(`its tensors take ${reached} bytes, there are ${size}: it is cut off or has more`);
}

async function readTensor(
  file: FileHandle,
  entry: TensorEntry,
  start: number,
  path: string,
): Promise<HostTensor> {
  const [from, to] = entry.offsets;
  const bytes = await readBytes(file, start + from, to - from, path);
  return { dtype: 'float', shape: entry.shape, data: widen(bytes, entry, path) };
}

function widen(bytes: Buffer<ArrayBuffer>, { name, dtype }: TensorEntry, path: string): Float32Array {
  const { buffer } = bytes;
  switch (dtype) {
    case 'F32':
      return new Float32Array(buffer);
    case 'BF16':
      return fromBfloat16(new Uint16Array(buffer));
    case 'F16':
      return fromFloat16(new Uint16Array(buffer));
    default:
      throw new InputError(`${path}: '${name}' has elements of ${dtype}; F32, F16 and BF16 are read`);
  }
}

/** Reads of 2 GiB and more are refused by the system. */
const MOST_READ = 2 ** 30;

/** Bytes in a buffer of their own, from its beginning. */
async function readBytes(
  file: FileHandle,
  from: number,
  length: number,
  path: string,
): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(new ArrayBuffer(length));
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, Math.min(length - done, MOST_READ), from + done);
    if (bytesRead === 0) throw new InputError(`${path} ends at byte ${from + done}: it is cut off`);
    done += bytesRead;
  }
  return bytes;
}
