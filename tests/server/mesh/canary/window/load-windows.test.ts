import { expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import { loadWindows } from '#server/mesh/canary/window/load-windows.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { meshContext } from '#tests/support/mesh-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { cart, cartSubsets, to, virtualService } from '#tests/support/weighted-routes.ts';

const snapshotWith = (weights: readonly number[], times: Record<string, unknown> = {}) =>
  objectsSnapshot([
    ...cart,
    cartSubsets,
    virtualService(
      'cart',
      { http: [{ route: weights.map((weight, index) => to(`v${index + 1}`, weight)) }] },
      times,
    ),
  ]);

/** Looks one after the other, each at its time, at the same source; the last one's window. */
function windowOfLooks(
  looks: readonly { at: string; snapshot: ObjectsSnapshot }[],
  more: Partial<LoadContext['sources']> = {},
) {
  const first = looks[0]?.snapshot ?? snapshotWith([]);
  const { sources, ...rest } = meshContext({ objects: first });
  const windows = looks.map(({ at, snapshot }) => {
    const nowMs = Date.parse(at);
    const toSeconds = nowMs / 1000;
    const context = { ...rest, nowSeconds: toSeconds, sources: { ...sources, ...more, now: () => nowMs } };
    const splits = splitsOf(snapshot.objects, snapshot.rootNamespace);
    return loadWindows(splits, { fromSeconds: toSeconds - 900, toSeconds }, { snapshot, context }).get(
      splits[0] ?? fail(),
    );
  });
  return windows.at(-1);
}

function fail(): never {
  throw new Error('there is no split');
}

const iso = (seconds: number | undefined) => new Date((seconds ?? 0) * 1000).toISOString().slice(11, 19);

test('a change between two looks is where the window begins', () => {
  const window = windowOfLooks([
    { at: '2026-01-01T10:00:00Z', snapshot: snapshotWith([50, 50]) },
    { at: '2026-01-01T10:05:00Z', snapshot: snapshotWith([75, 25]) },
    { at: '2026-01-01T10:10:00Z', snapshot: snapshotWith([75, 25]) },
  ]);
  expect(iso(window?.fromSeconds)).toBe('10:05:20');
  expect(window?.changes.map(({ text }) => text)).toEqual(['50:50 → 75:25']);
});

test('a route that was made within the range is counted from then', () => {
  const made = { creationTimestamp: '2026-01-01T09:58:00Z' };
  const looks = [{ at: '2026-01-01T10:00:00Z', snapshot: snapshotWith([50, 50], made) }];
  expect(iso(windowOfLooks(looks)?.fromSeconds)).toBe('09:58:20');
  expect(iso(windowOfLooks(looks, { recordedShiftMs: 0 })?.fromSeconds)).toBe('09:45:00');
});
