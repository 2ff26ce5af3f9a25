import { expect, test } from 'vitest';
import { edge, graphOf, quality, requests, seenByBoth, series, workload } from '#tests/support/telemetry.ts';

const client = workload('shop/client-v1');
const server = workload('shop/server-v1');
const line = 'workload:shop/client-v1 -> workload:shop/server-v1 http';
const call = { from: client, to: server, service: 'shop/server' };

test("the rate is the source reporter's, and the destination's stands beside it", () => {
  const graph = graphOf({
    requests: [
      requests({ ...call, reporter: 'source', value: 100 }),
      requests({ ...call, reporter: 'destination', value: 100 }),
      requests({ ...call, reporter: 'destination', code: '503', value: 20 }),
    ],
  });
  const found = edge(graph, line);
  expect(found).toMatchObject({ requestCount: 100, errorShare: 0 });
  expect(found.reporters?.destination?.errorShare).toBeCloseTo(1 / 6);
  expect(found.reportersDiffer?.text).toBe(
    'The calling proxies counted 100 requests, the receiving ones 120. Retries fit this: the receiver answered errors that the caller never saw, and was asked again.',
  );
  expect(found.reportersDiffer?.evidence.map(({ text }) => text)).toEqual([
    'istio_requests_total{reporter="destination",response_code="503",response_flags="-"}: 0.0333/s, not seen by the other side',
  ]);
  expect(found.responses?.map(({ reporter, code }) => `${reporter} ${code}`)).toEqual([
    'source 200',
    'destination 200',
    'destination 503',
  ]);
  expect(quality(graph)).toEqual({ reporters_differ: 1 });
});

test('a difference of five per cent or less is no disagreement', () => {
  const graph = graphOf({
    requests: [
      requests({ ...call, reporter: 'source', value: 100 }),
      requests({ ...call, reporter: 'destination', value: 96 }),
    ],
  });
  expect(edge(graph, line).reportersDiffer).toBeUndefined();
});

test('where the source is not scraped the destination speaks, and its silence is told', () => {
  const pod = (name: string) => ({
    kind: 'Pod' as const,
    namespace: 'shop',
    name: `${name}-1`,
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name }],
    spec: { containers: [{ name: 'app' }, { name: 'istio-proxy' }] },
  });
  const graph = graphOf(
    { requests: [requests({ ...call, reporter: 'destination', value: 100 })] },
    { objects: [pod('client-v1'), pod('server-v1')] },
  );
  expect(edge(graph, line)).toMatchObject({ requestCount: 100, responses: [{ reporter: 'destination' }] });
  expect(quality(graph)).toEqual({ source_not_scraped: 1 });
});

test('a receiver that names another Service of its pods changes nothing of what was asked', () => {
  const graph = graphOf(
    {
      requests: [
        requests({ ...call, reporter: 'source', service: 'shop/catalog-v1', value: 50 }),
        requests({ ...call, reporter: 'destination', service: 'shop/catalog', value: 50 }),
      ],
    },
    { query: { serviceNodes: 'true' } },
  );
  expect(graph.nodes.filter(({ kind }) => kind === 'service').map(({ name }) => name)).toEqual([
    'catalog-v1',
  ]);
  expect(edge(graph, 'service:shop/catalog-v1 -> workload:shop/server-v1 http')).toMatchObject({
    mtlsShare: 1,
  });
});

test('the share of mutual TLS is a sum over all receiving series, by protocol; the source knows nothing of it', () => {
  const secured = (value: number, policy: string) =>
    requests({ ...call, reporter: 'destination', labels: { connection_security_policy: policy }, value });
  const tcp = (value: number, policy: string) =>
    series({ ...call, reporter: 'destination', labels: { connection_security_policy: policy }, value });
  const graph = graphOf({
    requests: [
      requests({ ...call, reporter: 'source', value: 100 }),
      secured(60, 'mutual_tls'),
      {
        ...secured(15, 'mutual_tls'),
        labels: { ...secured(15, 'mutual_tls').labels, source_principal: 'spiffe://a' },
      },
      secured(25, 'none'),
    ],
    bytesSent: [tcp(100, 'none')],
  });
  expect(edge(graph, line)).toMatchObject({ mtlsShare: 0.75, principals: { source: ['spiffe://a'] } });
  expect(edge(graph, line.replace('http', 'tcp')).mtlsShare).toBe(0);
  const onlySource = graphOf({ requests: [requests({ ...call, reporter: 'source', value: 100 })] });
  expect(edge(onlySource, line).mtlsShare).toBeUndefined();
});

test("4xx answers are the callers' own errors and are counted apart", () => {
  const graph = graphOf({
    requests: [
      ...seenByBoth({ ...call, value: 60 }),
      ...seenByBoth({ ...call, code: '404', value: 30 }),
      ...seenByBoth({ ...call, code: '500', value: 10 }),
    ],
  });
  expect(edge(graph, line).errorShare).toBeCloseTo(0.1);
  expect(edge(graph, line).clientErrorShare).toBeCloseTo(0.3);
});

test('response times come from the receiver, with those of the source beside them', () => {
  const bucket = (reporter: 'source' | 'destination', le: string) =>
    series({ ...call, reporter, labels: { request_protocol: 'http', le }, value: 100 });
  const graph = graphOf({
    requests: seenByBoth({ ...call, value: 100 }),
    durationBuckets: [
      bucket('destination', '10'),
      bucket('destination', '+Inf'),
      bucket('source', '100'),
      bucket('source', '+Inf'),
    ],
  });
  expect(edge(graph, line).responseTimeMs).toEqual({ p50: 7.5, p95: 9.75, p99: 9.95 });
  expect(edge(graph, line).reporters?.source?.responseTimeMs?.p50).toBe(75);
});

test('series without the labels that place them are left out, and those that lack others are shown, both counted', () => {
  const { destination_workload: _left, ...withoutWorkload } = requests({
    ...call,
    reporter: 'source',
    value: 5,
  }).labels;
  const { source_canonical_revision: _out, ...withoutVersion } = requests({
    ...call,
    reporter: 'source',
    value: 5,
  }).labels;
  const graph = graphOf({
    requests: [
      { labels: withoutWorkload, value: 5 },
      { labels: withoutVersion, value: 7 },
    ],
  });
  expect(edge(graph, line).requestCount).toBe(7);
  expect(quality(graph)).toEqual({ incomplete_labels: 1, missing_labels: 1 });
});
