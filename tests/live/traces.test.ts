import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetTracesQuery, traceQuery } from '#lib/contract/traces.ts';
import { readConfig } from '#server/config.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import { loadTargetTraces } from '#server/mesh/traces/load-target-traces.ts';
import { loadTrace } from '#server/mesh/traces/load-trace.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { createSources } from '#server/sources/sources.ts';
import { differences } from '#tests/support/differences.ts';
import { exporterHistory } from '#tests/support/exporter-history.ts';
import { startKubeapi } from '#tests/support/kubeapi.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { recordedJaegerTraces } from '#tests/support/recorded-traces.ts';
import { startTraceStore } from '#tests/support/trace-stores.ts';

const nowSeconds = Date.UTC(2026, 10, 21, 12) / 1000;
const recording = createRecording({ now: () => nowSeconds * 1000 });
const toStop: { stop(): Promise<void> }[] = [];
let live: Sources;

/** Settings of a cluster as a person would give them, with every part really running. */
beforeAll(async () => {
  const atSeconds = Array.from({ length: 11 }, (_, index) => nowSeconds - 600 + index * 60);
  const [store, kubeapi, prometheus] = await Promise.all([
    startTraceStore('jaegerWithSummaries'),
    startKubeapi(),
    startPrometheus({ backfill: exporterHistory(atSeconds) }),
  ]);
  toStop.push(store, kubeapi, prometheus);
  live = createSources(
    readConfig({ KUBECONFIG: kubeapi.kubeconfig, PROMETHEUS_URL: prometheus.url, TRACING_URL: store.url }),
  );
});
afterAll(() => Promise.all(toStop.map((each) => each.stop())));

function contextOf(sources: Sources): LoadContext {
  return { sources, nowSeconds, signal: new AbortController().signal, version: '0.0.0' };
}

test('the status names the trace store that was found', async () => {
  const { data } = await loadStatus({}, contextOf(live));
  const traces = data.sources.find(({ id }) => id === 'traces');
  expect(traces).toMatchObject({ state: 'ok', details: ['Jaeger (API v3)'] });
});

test('traces of a workload are found by what the cluster says of it', async () => {
  const query = targetTracesQuery.parse({ namespace: 'bookinfo', name: 'reviews-v2' });
  const { data, warnings } = await loadTargetTraces('workload')(query, contextOf(live));
  expect(warnings).toEqual([]);
  expect(data.traces.length).toBeGreaterThan(10);
  expect(decodeURIComponent(data.asked)).toContain('{"istio.canonical_revision":"v2"}');
});

test('every span of a recorded trace has its workload, and what is usual is the same from both metric sources', async () => {
  const { traces } = live;
  if (traces === undefined) throw new Error('no trace store');
  let spans = 0;
  let compared = 0;
  for (const id of [...recordedJaegerTraces().keys()].slice(0, 40)) {
    const query = traceQuery.parse({ id, range: '5m' });
    const ours = await loadTrace(query, contextOf({ ...recording, traces }));
    const real = await loadTrace(query, contextOf(live));
    expect(differences(withoutProof(ours.data.spans), withoutProof(real.data.spans), id)).toEqual([]);
    spans += real.data.spans.length;
    compared += real.data.spans.filter(({ usual }) => usual?.p50Ms !== undefined).length;
    expect(real.data.spans.every(({ story }) => story.workload !== undefined)).toBe(true);
  }
  expect(spans).toBeGreaterThan(80);
  expect(compared).toBeGreaterThan(40);
});

/** The words of the proof differ: a real store says how it was asked. */
function withoutProof(spans: Awaited<ReturnType<typeof loadTrace>>['data']['spans']) {
  return spans.map(({ usual, ...span }) => ({ ...span, usual: usual && { ...usual, why: usual.why.text } }));
}
