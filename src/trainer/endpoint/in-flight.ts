/**
 * Works through items in order, at most `limit` at a time; results `[i]` belong to items `[i]`. The first that fails stops the rest,
 * through the signal that each is given, and its error is thrown.
 */
export async function eachInFlight<A, B>(
  items: readonly A[],
  limit: number,
  work: (item: A, signal: AbortSignal) => Promise<B>,
): Promise<readonly B[]> {
  const results = new Array<B>(items.length);
  const stop = new AbortController();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !stop.signal.aborted) {
      const place = next;
      next += 1;
      results[place] = await work(items[place] as A, stop.signal);
    }
  };
  const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
    try {
      await worker();
    } catch (error) {
      // Those that are stopped fail too, after the one that counts.
      if (!stop.signal.aborted) stop.abort(error);
    }
  });
  await Promise.all(workers);
  if (stop.signal.aborted) throw stop.signal.reason;
  return results;
}
