import { expect, test } from 'vitest';
import { demoMetrics } from '#server/sources/recording/exposition.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { recordedCounters, recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const recording = createRecording({ now: () => recordedNowSeconds * 1000 });

type Line = { metric: string; labels: Record<string, string>; value: number };

function parseLine(line: string): Line {
  const [, metric = '', labels = '', value = ''] = /^([a-z_]+)\{(.*)\} (\S+)$/.exec(line) ?? [];
  const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', text = '']) => [
    name,
    text,
  ]);
  return { metric, labels: Object.fromEntries(pairs), value: Number(value) };
}

test('the text says the same as the counters', async () => {
  const { body, contentType } = await demoMetrics(recording);
  expect(contentType).toContain('text/plain');
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const counters = await recordedCounters();
  const valueByKey = new Map<string, number>();
  for (const line of lines) {
    const { metric, labels, value } = parseLine(line);
    const key = JSON.stringify([metric, Object.entries(labels).sort()]);
    expect(valueByKey.has(key)).toBe(false);
    valueByKey.set(key, value);
  }
  expect(valueByKey.size).toBeGreaterThan(5000);
  const metrics = new Set(lines.map((line) => parseLine(line).metric));
  expect([...metrics].sort()).toEqual([
    'istio_request_bytes_bucket',
    'istio_request_bytes_count',
    'istio_request_bytes_sum',
    'istio_request_duration_milliseconds_bucket',
    'istio_request_duration_milliseconds_count',
    'istio_request_duration_milliseconds_sum',
    'istio_requests_total',
    'istio_response_bytes_bucket',
    'istio_response_bytes_count',
    'istio_response_bytes_sum',
    'istio_tcp_connections_closed_total',
    'istio_tcp_connections_opened_total',
    'istio_tcp_received_bytes_total',
    'istio_tcp_sent_bytes_total',
  ]);
  for (const metric of metrics) {
    for (const { labels, valueAt } of counters.series(metric)) {
      const exposed = valueByKey.get(JSON.stringify([metric, Object.entries(labels).sort()]));
      expect(exposed ?? 0).toBe(valueAt(recordedNowSeconds));
    }
  }
});

test('each family is declared once with its type', async () => {
  const { body } = await demoMetrics(recording);
  const types = body.split('\n').filter((line) => line.startsWith('# TYPE'));
  expect(types).toHaveLength(8);
  expect(types).toContain('# TYPE istio_requests_total counter');
  expect(types).toContain('# TYPE istio_request_duration_milliseconds histogram');
});

test('sources without a model have nothing to expose', async () => {
  const { counters: _counters, ...live } = recording;
  await expect(demoMetrics(live)).rejects.toMatchObject({ code: 'not_found' });
});
