import { expect, test } from 'vitest';
import { failingMetrics } from '#server/mesh/control-plane/problems/failing-metrics.ts';

test('counters above zero are told, those of several replicas added up', () => {
  const found = failingMetrics([
    {
      replica: 'a',
      value: 'pilot_total_xds_rejects{type="lds"} 2\npilot_total_xds_internal_errors 0\npilot_xds 26',
    },
    { replica: 'b', value: 'pilot_total_xds_rejects{type="lds"} 1\ncitadel_server_csr_sign_err_count 1' },
  ]);
  expect(
    found.map(({ metric, severity, sentence, replicas }) => [metric, severity, sentence, replicas]),
  ).toEqual([
    [
      'pilot_total_xds_rejects',
      'degraded',
      '3 times since istiod started a proxy refused what istiod sent (type lds).',
      ['a', 'b'],
    ],
    ['citadel_server_csr_sign_err_count', 'failing', 'Once since istiod started signing failed.', ['b']],
  ]);
});

test.each(['', 'garbage', 'pilot_total_xds_rejects NaN'])('a scrape of %j has none', (value) => {
  expect(failingMetrics([{ replica: 'a', value }])).toEqual([]);
});
