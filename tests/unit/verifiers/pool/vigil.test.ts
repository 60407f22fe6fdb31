import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Vigil } from '../../../../src/verifiers/pool/vigil.js';

const cells = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

/** A clock that is read once a round: the time it shows counts the rounds. */
let readings = 0;
beforeEach(() => {
  readings = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    readings += 1;
    return readings;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('waiting awake', () => {
  test('a cell that is above is not waited for', () => {
    const shared = cells();
    shared[0] = 8;
    expect(new Vigil(shared, 0, 5).wait(7)).toBe(true);
    expect(readings).toBe(1);
  });
  test('a cell that does not rise is given up after the time', () => {
    const shared = cells();
    shared[0] = 7;
    expect(new Vigil(shared, 0, 5).wait(7)).toBe(false);
    // One reading at the start, at 1; the wait ends at 6.
    expect(readings).toBe(6);
  });
  test('no time, no wait', () => {
    expect(new Vigil(cells(), 0, 0).wait(0)).toBe(false);
    expect(readings).toBe(2);
  });
  test('after waits in vain more and more are left out, up to 128', () => {
    const vigil = new Vigil(cells(), 0, 1);
    const waited: number[] = [];
    for (let i = 0; i < 600; i += 1) {
      const before = readings;
      vigil.wait(0);
      if (readings > before) waited.push(i);
    }
    expect(waited.map((at, k) => at - (waited[k - 1] ?? at) - 1).slice(1)).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 128, 128,
    ]);
  });
  test('one that is left out still tells what is there', () => {
    const shared = cells();
    const vigil = new Vigil(shared, 0, 1);
    vigil.wait(0);
    shared[0] = 1;
    const before = readings;
    expect(vigil.wait(0)).toBe(true);
    expect(readings).toBe(before);
  });
  test('waits that pay bring them back', () => {
    const shared = cells();
    const vigil = new Vigil(shared, 0, 1);
    for (let i = 0; i < 200; i += 1) vigil.wait(0);
    shared[0] = 1;
    for (let i = 0; i < 200; i += 1) vigil.wait(0);
    shared[0] = 0;
    expect(vigil.wait(0)).toBe(false);
    const before = readings;
    vigil.wait(0);
    expect(readings).toBe(before);
    vigil.wait(0);
    expect(readings).toBeGreaterThan(before);
  });
});
