import { describe, expect, test } from 'vitest';
import { proxyStatsQuery, proxyStatsSchema } from '#lib/contract/proxy-stats.ts';
import { loadStats } from '#server/mesh/proxy/stats/load-stats.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { answeringAdmin } from '#tests/support/answering-admin.ts';
import { mutatedRecording } from '#tests/support/mutated-recording.ts';

const productpage = { namespace: 'bookinfo', pod: 'productpage-v1-28plfps84f-nlf6t' };

function stats(context: LoadContext, query: Record<string, string> = {}) {
  return loadStats(proxyStatsQuery.parse({ ...productpage, ...query }), context);
}

/** The recorded proxy with other statistics, and an agent that has none. */
function withStats(text: string): LoadContext {
  return answeringAdmin({ 'stats/prometheus': text, 'agent/stats/prometheus': '' });
}

describe('a recorded proxy', () => {
  test('says what it is', async () => {
    const { data, warnings } = await stats(mutatedRecording({}));
    expect(warnings).toEqual([]);
    expect(data.facts).toEqual([
      { title: 'State', text: 'LIVE' },
      { title: 'Envoy', text: '1.40.0 (9e558093, Clean, RELEASE)' },
      { title: 'Uptime', text: '2m20s' },
      { title: 'Memory', text: '15\u00a0MB used of 25\u00a0MB' },
      { title: 'Worker threads', text: '2' },
      { title: 'Log level at start', text: 'warning, misc error' },
    ]);
    expect(data.runtime).toHaveLength(5);
    expect(proxyStatsSchema.safeParse(data).error).toBeUndefined();
  });

  test("has the agent's own statistics beside Envoy's, each once", async () => {
    const { data } = await stats(mutatedRecording({}), { unused: 'true' });
    const ids = data.rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = Object.fromEntries(data.families.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({ other: 0 });
    expect(counts.agent).toBeGreaterThan(40);
    expect(counts.cluster).toBeGreaterThan(80);
    expect(data.rows.find(({ name }) => name === 'istio_agent_cert_expiry_seconds')).toMatchObject({
      family: 'agent',
      labels: { resource_name: 'default' },
      unit: 'seconds',
      explanation: expect.stringContaining('half of its life'),
    });
  });

  test('leaves out what never counted, unless it is asked for', async () => {
    const names = async (query: Record<string, string>) =>
      (await stats(mutatedRecording({}), query)).data.rows.map(({ name }) => name);
    expect(await names({})).not.toContain('envoy_cluster_bind_errors');
    expect(await names({})).toContain('envoy_cluster_manager_cds_update_rejected');
    expect(await names({ unused: 'true' })).toContain('envoy_cluster_bind_errors');
  });

  test('can be searched by name and label', async () => {
    const { data } = await stats(mutatedRecording({}), { filter: 'INBOUND_0.0.0.0' });
    expect(data.rows.map(({ name, labels }) => [name, labels.authz_enforce_result])).toContainEqual([
      'envoy_http_rbac',
      'denied',
    ]);
    expect(data.count).toBe(data.rows.length);
  });
});

test.each([
  ['envoy_cluster_manager_cds_update_rejected 1', { status: 'failing', rule: 'above 0' }],
  ['envoy_listener_manager_lds_update_rejected 3', { status: 'failing', rule: 'above 0' }],
  ['envoy_cluster_upstream_cx_connect_fail{cluster_name="a"} 1', { status: 'degraded', rule: 'above 0' }],
  [
    'envoy_cluster_outlier_detection_ejections_active{cluster_name="a"} 2',
    { status: 'degraded', rule: 'above 0' },
  ],
  ['envoy_server_live 0', { status: 'degraded', rule: 'below 1' }],
  ['envoy_server_days_until_first_cert_expiring 0', undefined],
  ['envoy_cluster_manager_cds_update_rejected 0', undefined],
  ['envoy_cluster_upstream_rq_total{cluster_name="a"} 9', undefined],
])('%s is marked %o', async (line, attention) => {
  const { data } = await stats(withStats(`${line}\n`));
  expect(data.rows.find(({ name }) => line.startsWith(name))?.attention).toEqual(attention);
});

test('what needs attention comes first', async () => {
  const { data } = await stats(withStats('envoy_server_live 1\nenvoy_listener_no_filter_chain_match 4\n'));
  expect(data.rows[0]?.name).toBe('envoy_listener_no_filter_chain_match');
});

test('very many statistics are cut, and counted', async () => {
  const lines = Array.from(
    { length: 4_000 },
    (_, index) => `envoy_cluster_upstream_rq_total{cluster_name="c${index}"} 1`,
  );
  const context = withStats(lines.join('\n'));
  const { data } = await stats(context, { filter: 'upstream_rq_total' });
  expect(data).toMatchObject({ count: 4_000, notes: [] });
  expect(data.rows).toHaveLength(3_000);
  expect((await stats(context, { filter: 'c3999' })).data.rows).toHaveLength(1);
});

test('parts that do not come are warnings, and lines that cannot be read are named', async () => {
  const { data, warnings } = await stats(
    answeringAdmin({
      'stats/prometheus': 'envoy_server_live 1\nnot a line\n',
      'agent/stats/prometheus': new Error('gone'),
      memory: new Error('gone'),
    }),
  );
  expect(data.rows.map(({ name }) => name)).toEqual(['envoy_server_live']);
  expect(data.facts.map(({ title }) => title)).not.toContain('Memory');
  expect(warnings.map(({ message }) => message)).toEqual([
    'agent/stats/prometheus did not come: gone',
    'memory did not come: gone',
    '1 line of the statistics could not be read, the first is: not a line',
  ]);
});
