/** Lessons in one batch: it must be in the store whole or not at all. */
export const BATCH = 8;

/** Batch `number` of a writer: what it holds follows from its number, so that nothing can be invented unnoticed. */
export const batch = (writer, number) =>
  Array.from({ length: BATCH }, (_, i) => ({
    memory: 'soak',
    problem: `problem ${(number * BATCH + i) % 50}`,
    step: number,
    sample: `${writer}-${i}`,
    state: { writer, number, i, square: number * number },
  }));

/** The batches of a writer in a store, checked lesson by lesson; throws where one is torn or was never written. */
export function batchesOf(writer, lessons) {
  const found = new Map();
  for (const lesson of lessons) {
    if (!lesson.sample.startsWith(`${writer}-`)) continue;
    const wanted = batch(writer, lesson.step).find(({ sample }) => sample === lesson.sample);
    if (JSON.stringify(sorted(wanted)) !== JSON.stringify(sorted(lesson)))
      throw new Error(`a lesson that was never written: ${JSON.stringify(lesson)}`);
    found.set(lesson.step, (found.get(lesson.step) ?? 0) + 1);
  }
  for (const [number, count] of found)
    if (count !== BATCH) throw new Error(`batch ${number} has ${count} of ${BATCH} lessons`);
  return new Set(found.keys());
}

const sorted = (value) =>
  typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort()
          .map(([key, item]) => [key, sorted(item)]),
      );
