import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoadedMesh, startLoadedMesh } from '#tests/bench/measure/loaded-mesh.ts';
import { printLoad } from '#tests/bench/measure/print-load.ts';

const users = 50;
const seconds = 60;
let mesh: LoadedMesh;

beforeAll(async () => {
  mesh = await startLoadedMesh({ workloads: 1000, withLatency: false });
}, 600_000);
afterAll(() => mesh?.stop());

test(`${users} users who poll for a minute all get their answers, in bounded memory, and share their questions`, async () => {
  const figures = await mesh.measure({ users, seconds });
  printLoad(figures);
  expect(figures.errors).toEqual([]);
  expect(figures.requests).toBeGreaterThan(users * 3);
  expect(figures.store.mostAtOnceOfOne).toBe(1);
  // Users see the same mesh: most of what one asks somebody has asked.
  expect(figures.store.questions).toBeLessThan(figures.requests * 5);
  // Had its heap outgrown its limit, the server would have ended, and the last requests failed.
  expect(figures.memory.at(-1)?.residentMb).toBeLessThan(1500);
}, 600_000);
