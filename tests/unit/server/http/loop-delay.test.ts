import { expect, test } from 'vitest';
import { LoopDelay } from '../../../../src/server/http/loop-delay.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a thread that is held up is late by as much; a reading starts anew', async () => {
  const delay = new LoopDelay();
  expect(delay.take()).toEqual({ median: 0, p99: 0, most: 0 });
  delay.start();
  await pause(50);
  const end = performance.now() + 150;
  while (performance.now() < end);
  await pause(50);
  const { median, p99, most } = delay.take();
  expect(most).toBeGreaterThan(0.1);
  expect(p99).toBe(most);
  expect(median).toBeLessThanOrEqual(p99);
  delay.stop();
  expect(delay.take()).toEqual({ median: 0, p99: 0, most: 0 });
});
