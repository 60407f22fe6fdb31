/** A line longer than the limit: its bytes were thrown away as they came. */
export const tooLong: unique symbol = Symbol('a line over the limit');

/**
 * Splits a stream of bytes into lines, without their ends. A line over `limit` bytes costs no more memory than the limit
 * and comes as {@link tooLong}. Splitting bytes, not text, keeps an invalid line from spoiling its neighbours.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array | typeof tooLong, void, undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | typeof tooLong => {
    const line = size > limit ? tooLong : Buffer.concat(parts, size);
    parts = [];
    size = 0;
    return line;
  };
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

const NEWLINE = 0x0a;
