import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMeshMetrics } from '#server/mesh/control-plane/load-mesh-metrics.ts';
import { historyKinds } from '#server/mesh/control-plane/metrics/history-kinds.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { bookinfoFolder } from '#tests/support/kubeapi.ts';
import { startServer } from '#tests/support/local-server.ts';
import { meshContext } from '#tests/support/mesh-context.ts';
import { startPrometheus } from '#tests/support/prometheus.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const recorded = readFileSync(join(bookinfoFolder, 'istiod', 'metrics.txt'), 'utf8').split('\n');
const counted =
  /^(pilot_(xds_pushes|push_triggers|k8s_cfg_events|total_xds_rejects|proxy_convergence_time)|process_cpu)/;
const ofAnyProgram = /^(process|go)_\w+(?= )/;

/** The recorded scrape as it would look the n-th time, with the labels that Prometheus takes from istiod's pod. */
function exposition(times: number): string {
  return recorded
    .map((line) => {
      const [series = '', value = ''] = line.split(/ (?=\S+$)/);
      const grown = counted.test(line) ? `${series} ${Number(value) * times}` : line;
      return grown.replace(ofAnyProgram, (name) => `${name}{app="istiod",pod="istiod-1"}`);
    })
    .join('\n');
}

test('a real Prometheus that scrapes istiod has every chart', async () => {
  const istiod = await startServer((response) => {
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(exposition(istiod.received.length));
  });
  const server = await startPrometheus({ targets: [`${istiod.url}/metrics`] });
  try {
    await waitUntil(() => istiod.received.length >= 15, { what: 'fifteen scrapes', withinMs: 40_000 });
    const bare = meshContext({});
    const metrics = createPrometheus({ url: server.url, timeoutMs: 20_000 });
    const nowSeconds = Math.floor(Date.now() / 1000);
    const context = { ...bare, nowSeconds, sources: { ...bare.sources, metrics } };
    const { data, warnings } = await loadMeshMetrics({ range: 60, at: 'now' }, context);
    expect(warnings.map(({ source }) => source)).toEqual(['istiod']);
    expect(data.histories.map(({ id }) => id)).toEqual(historyKinds.map(({ id }) => id));
    expect(data.notes).toEqual([]);
    const lastOf = (id: string, name: string) =>
      data.histories
        .find((history) => history.id === id)
        ?.lines.find((line) => line.name === name)
        ?.points.findLast((value) => value !== null);
    expect(lastOf('proxies', '1.31-dev')).toBe(26);
    expect(lastOf('memory', 'istiod-1')).toBe(178_171_904);
    expect(lastOf('convergence', 'p99')).toBeCloseTo(0.91, 1);
    // A rate over a window that began before Prometheus did is less than what istiod really pushed.
    expect(lastOf('pushes', 'cds')).toBeGreaterThan(0);
    for (const { queries } of data.histories) expect(queries.length).toBeGreaterThan(0);
  } finally {
    await server.stop();
    await istiod.stop();
  }
});
