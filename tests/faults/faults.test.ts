import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultyMesh, startFaultyMesh } from '#tests/support/faults/faulty-mesh.ts';
import type { Look } from '#tests/support/faults/look.ts';
import { pages, untriedRoutes } from '#tests/support/faults/pages.ts';
import { meshFaults } from '#tests/support/faults/registry/all-faults.ts';
import { reportOf } from '#tests/support/faults/report.ts';
import { type StartedVigla, startVigla } from '#tests/support/faults/started-vigla.ts';
import { lookAtAll, type Tried, tryFault } from '#tests/support/faults/try-fault.ts';
import { healedWithinMs } from '#tests/support/kubernetes-objects.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

let mesh: FaultyMesh;
let vigla: StartedVigla;
let before: ReadonlyMap<string, Look>;
const tried: Tried[] = [];

beforeAll(async () => {
  mesh = await startFaultyMesh();
  vigla = await startVigla(mesh);
  before = await waitUntil(
    async () => {
      const looks = await lookAtAll(vigla.url);
      const failing = [...looks.values()].filter(({ status }) => status !== 200);
      if (failing.length > 0)
        throw new Error(
          failing.map(({ address, status, trouble }) => `${address} ${status} ${trouble}`).join('\n'),
        );
      return looks;
    },
    { what: 'every route answers', withinMs: 120_000 },
  );
});
afterAll(async () => {
  await vigla?.stop();
  await mesh?.stop();
});

test('every route of the contract is tried on some page', () => {
  expect(untriedRoutes()).toEqual([]);
  expect(pages.length).toBeGreaterThan(40);
});

describe.each(meshFaults)('$source: $name', (fault) => {
  test('every page can be used or says who failed, and all heals without a restart', async () => {
    const one = await tryFault(fault, { mesh, url: vigla.url, before });
    tried.push(one);
    expect(one.unusable).toEqual([]);
    if (fault.shows === 'told') expect(one.status ?? one.toldCount + one.refusedCount).not.toBe(0);
    expect(one.healedSeconds).toBeLessThan(healedWithinMs / 1000);
  });
});

test('the process is the one that was started, and no rejection or exception went unheard', () => {
  console.log(reportOf(tried));
  expect(tried).toHaveLength(meshFaults.length);
  expect(vigla.isRunning()).toBe(true);
  const complaints = vigla
    .output()
    .split('\n')
    .filter((line) => /unhandled|uncaught|⨯|"level":[56]0/i.test(line));
  expect(complaints).toEqual([]);
});
