import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Health, type HealthStatus, healthStatuses } from '#lib/contract/health.ts';
import { mergeHealth } from '#server/mesh/health/merge-health.ts';

const because = (status: HealthStatus, text: string): Health => ({
  status,
  reasons: [{ text, evidence: [] }],
});

describe.each<[string, HealthStatus[], HealthStatus]>([
  ['the worst wins', ['healthy', 'failing', 'degraded'], 'failing'],
  ['healthy beats idle', ['idle', 'healthy', 'idle'], 'healthy'],
  ['healthy beats unknown', ['unknown', 'healthy'], 'healthy'],
  ['unknown beats idle', ['idle', 'unknown'], 'unknown'],
  ['idle alone is idle', ['idle', 'idle'], 'idle'],
  ['nothing is unknown', [], 'unknown'],
])('merging', (sentence, statuses, merged) => {
  test(sentence, () => {
    expect(mergeHealth(statuses.map((status) => ({ status, reasons: [] }))).status).toBe(merged);
  });
});

test('all faults keep their reasons, worst first, and others drop theirs', () => {
  const merged = mergeHealth([because('unknown', 'c'), because('degraded', 'b'), because('failing', 'a')]);
  expect(merged.reasons.map((reason) => reason.text)).toEqual(['a', 'b']);
});

test('the reason of an unknown part stays where nothing better is known', () => {
  const merged = mergeHealth([because('unknown', 'no metrics'), { status: 'idle', reasons: [] }]);
  expect(merged).toEqual({ status: 'unknown', reasons: [{ text: 'no metrics', evidence: [] }] });
});

test('the order and the grouping of the parts never change the state', () => {
  const statuses = fc.array(fc.constantFrom(...healthStatuses), { minLength: 1 });
  fc.assert(
    fc.property(statuses, statuses, (one, other) => {
      const parts = (list: HealthStatus[]) => list.map((status) => because(status, status));
      const together = mergeHealth(parts([...other, ...one])).status;
      expect(mergeHealth([mergeHealth(parts(one)), mergeHealth(parts(other))]).status).toBe(together);
    }),
  );
});
