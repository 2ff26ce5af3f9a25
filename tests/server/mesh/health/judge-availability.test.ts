import { describe, expect, test } from 'vitest';
import type { Health, HealthStatus } from '#lib/contract/health.ts';
import { judgeAvailability, withAvailability } from '#server/mesh/health/judge-availability.ts';

const subject = 'Deployment bookinfo/reviews-v3';

describe.each<[string, number | undefined, number, HealthStatus, string[]]>([
  ['all pods are healthy', 2, 2, 'healthy', []],
  ['more pods than desired are healthy (a rollout)', 2, 3, 'healthy', []],
  [
    'fewer are degraded',
    2,
    1,
    'degraded',
    ['Only 1 of 2 pods of Deployment bookinfo/reviews-v3 are available'],
  ],
  ['none is failing', 2, 0, 'failing', ['None of 2 pods of Deployment bookinfo/reviews-v3 is available']],
  [
    'none of one is failing',
    1,
    0,
    'failing',
    ['None of 1 pod of Deployment bookinfo/reviews-v3 is available'],
  ],
  ['none desired is idle', 0, 0, 'idle', []],
  ['an unknown number is unknown', undefined, 3, 'unknown', []],
])('pods', (sentence, desired, available, status, reasons) => {
  test(sentence, () => {
    const health = judgeAvailability({ subject, desired, available });
    expect(health.status).toBe(status);
    expect(health.reasons.map((reason) => reason.text)).toEqual(reasons);
  });
});

describe.each<[string, HealthStatus, HealthStatus, HealthStatus]>([
  ['pods that are there leave idle traffic idle', 'idle', 'healthy', 'idle'],
  ['missing pods are a fault without traffic too', 'idle', 'failing', 'failing'],
  ['missing pods degrade healthy traffic', 'healthy', 'degraded', 'degraded'],
  ['failing traffic wins over pods that are there', 'failing', 'healthy', 'failing'],
  ['without metrics the pods decide', 'unknown', 'healthy', 'healthy'],
  ['without metrics a workload scaled to 0 is idle', 'unknown', 'idle', 'idle'],
  ['without objects the traffic decides', 'healthy', 'unknown', 'healthy'],
  ['without either it is unknown', 'unknown', 'unknown', 'unknown'],
  ['traffic of pods that are gone by now counts', 'healthy', 'idle', 'healthy'],
])('traffic and pods', (sentence, traffic, availability, together) => {
  test(sentence, () => {
    const of = (status: HealthStatus): Health => ({ status, reasons: [] });
    expect(withAvailability(of(traffic), of(availability)).status).toBe(together);
  });
});
