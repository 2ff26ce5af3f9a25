import { describe, expect, test } from 'vitest';
import type { EdgeResponse, GraphEdge } from '#lib/contract/graph.ts';
import type { DecoratorFacts } from '#server/mesh/graph/decorator.ts';
import { health } from '#server/mesh/graph/decorators/health.ts';
import { defaultThresholds } from '#server/mesh/health/thresholds.ts';
import { draftEdge, draftNode, draftOf, factsOf } from '#tests/support/graph-draft.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const facts = factsOf(objectsSnapshot([]));
const reviews = draftNode.application('bookinfo', 'reviews', { workload: 'reviews-v2', version: 'v2' });
const ratings = draftNode.service('bookinfo', 'ratings');
const ratingsV1 = draftNode.application('bookinfo', 'ratings', { workload: 'ratings-v1', version: 'v1' });

function response(
  code: string,
  flags: string,
  requestsPerSecond: number,
  reporter: EdgeResponse['reporter'] = 'source',
) {
  return {
    code,
    flags,
    host: 'ratings.bookinfo.svc.cluster.local',
    share: requestsPerSecond,
    requestsPerSecond,
    reporter,
  };
}

const toService: GraphEdge = draftEdge(reviews, ratings, {
  requestsPerSecond: 1,
  errorShare: 0.042,
  clientErrorShare: 0,
  responses: [response('200', '-', 0.958), response('503', 'UF', 0.012), response('555', 'FI', 0.03)],
  reporters: { source: { requestsPerSecond: 1, errorShare: 0.042 } },
});

function run(edges: readonly GraphEdge[], withFacts: DecoratorFacts = facts) {
  const { nodes, edges: judged } = health.decorate(draftOf([reviews, ratings, ratingsV1], edges), withFacts);
  return {
    reviews: nodes[0]?.health,
    ratings: nodes[1]?.health,
    ratingsV1: nodes[2]?.health,
    edges: judged.map((edge) => edge.health),
  };
}

test('an edge, its caller and its service say how many requests fail, and as what', () => {
  const judged = run([toService]);
  expect(judged.edges[0]?.status).toBe('degraded');
  expect(judged.edges[0]?.reasons[0]?.text).toBe(
    '4.2 % of requests from reviews-v2 to ratings fail: 555 FI, 503 UF',
  );
  expect(judged.reviews?.reasons[0]?.text).toBe('4.2 % of requests from reviews-v2 fail: 555 FI, 503 UF');
  expect(judged.ratings?.reasons[0]?.text).toBe('4.2 % of requests to ratings fail: 555 FI, 503 UF');
});

test('the evidence is the series to ask for, with what it gave', () => {
  expect(run([toService]).edges[0]?.reasons[0]?.evidence).toEqual([
    {
      kind: 'series',
      text: 'sum by (response_code, response_flags) (rate(istio_requests_total{reporter="source",source_workload_namespace="bookinfo",source_workload="reviews-v2",destination_service="ratings.bookinfo.svc.cluster.local"}[10m])) → 200 -: 0.958/s, 503 UF: 0.012/s, 555 FI: 0.03/s',
    },
  ]);
});

test('an edge is as bad as the worse of its two reporters', () => {
  const judged = run([
    draftEdge(reviews, ratingsV1, {
      requestsPerSecond: 2,
      errorShare: 0,
      responses: [response('200', '-', 2), response('500', '-', 1, 'destination')],
      reporters: {
        source: { requestsPerSecond: 2, errorShare: 0 },
        destination: { requestsPerSecond: 4, errorShare: 0.25 },
      },
    }),
  ]);
  expect(judged.edges[0]).toMatchObject({
    status: 'failing',
    reasons: [
      {
        text: '25 % of requests from reviews-v2 to ratings-v1 (counted by the proxy of ratings-v1) fail: 500',
      },
    ],
  });
  expect(judged.ratingsV1?.status).toBe('failing');
  expect(judged.reviews?.status).toBe('healthy');
});

test('a failure of which only the share is known still has its series', () => {
  const judged = run([
    draftEdge(reviews, ratingsV1, {
      requestsPerSecond: 1,
      errorShare: 0,
      responses: [response('200', '-', 1)],
      reporters: {
        source: { requestsPerSecond: 1, errorShare: 0 },
        destination: { requestsPerSecond: 1, errorShare: 0.01 },
      },
    }),
  ]);
  expect(judged.edges[0]?.reasons).toEqual([
    {
      text: '1 % of requests from reviews-v2 to ratings-v1 (counted by the proxy of ratings-v1) fail',
      evidence: [
        {
          kind: 'series',
          text: 'sum by (response_code, response_flags) (rate(istio_requests_total{reporter="destination",source_workload_namespace="bookinfo",source_workload="reviews-v2",destination_workload_namespace="bookinfo",destination_workload="ratings-v1"}[10m]))',
        },
      ],
    },
  ]);
});

test('a failure that both reporters saw is told once', () => {
  const both = { requestsPerSecond: 1, errorShare: 0.5 };
  const judged = run([
    draftEdge(reviews, ratingsV1, {
      ...both,
      responses: [response('500', '-', 0.5), response('500', '-', 0.5, 'destination')],
      reporters: { source: both, destination: both },
    }),
  ]);
  expect(judged.edges[0]?.reasons).toHaveLength(1);
});

test('what a service passes on is not its own failure', () => {
  const passedOn = draftEdge(ratings, ratingsV1, { requestsPerSecond: 1, errorShare: 1 });
  const judged = run([draftEdge(reviews, ratings, { requestsPerSecond: 1, errorShare: 0 }), passedOn]);
  expect(judged.ratings?.status).toBe('healthy');
  expect(judged.ratingsV1?.status).toBe('failing');
});

test('a node sums its edges before it judges', () => {
  const few = draftEdge(ratings, ratingsV1, { requestsPerSecond: 1, errorShare: 0.5 });
  const many = draftEdge(reviews, ratingsV1, { requestsPerSecond: 99, errorShare: 0 });
  expect(run([few, many]).ratingsV1).toMatchObject({
    status: 'degraded',
    reasons: [{ text: '0.5 % of requests to ratings-v1 fail' }],
  });
});

test('client errors are degraded from a fifth on, never failing', () => {
  const refused = (clientErrorShare: number) =>
    run([draftEdge(reviews, ratings, { requestsPerSecond: 1, errorShare: 0, clientErrorShare })]).edges[0]
      ?.status;
  expect([refused(0.19), refused(0.2), refused(1)]).toEqual(['healthy', 'degraded', 'degraded']);
});

describe('without traffic', () => {
  test('an idle edge and idle nodes are idle', () => {
    const judged = run([draftEdge(reviews, ratings, { requestsPerSecond: 0, isIdle: true })]);
    expect(judged.edges[0]?.status).toBe('idle');
    expect(judged.ratingsV1?.status).toBe('idle');
  });

  test('a workload without an available pod fails all the same', () => {
    const pods = {
      spec: { replicas: 2, template: { metadata: { labels: { app: 'ratings', version: 'v1' } } } },
      status: {},
    };
    const deployment = { kind: 'Deployment' as const, namespace: 'bookinfo', name: 'ratings-v1', ...pods };
    const judged = run([], factsOf(objectsSnapshot([deployment])));
    expect(judged.ratingsV1).toMatchObject({
      status: 'failing',
      reasons: [{ text: 'None of 2 pods of Deployment bookinfo/ratings-v1 is available' }],
    });
  });
});

test('unknown callers are not judged, their requests are', () => {
  const unknown = draftNode.own('unknown');
  const edge = draftEdge(unknown, ratingsV1, { requestsPerSecond: 1, errorShare: 1 });
  const { nodes, edges } = health.decorate(draftOf([unknown, ratingsV1], [edge]), facts);
  expect(nodes[0]?.health).toEqual({ status: 'unknown', reasons: [] });
  expect(edges[0]?.health.reasons[0]?.text).toBe('100 % of requests from unknown callers to ratings-v1 fail');
});

describe('latency and TCP', () => {
  const slow = draftEdge(reviews, ratings, {
    requestsPerSecond: 1,
    errorShare: 0,
    responseTimeMs: { p95: 900 },
  });
  const silent = draftEdge(reviews, ratingsV1, {
    protocol: 'tcp',
    bytesSentPerSecond: 1,
    bytesReceivedPerSecond: 2,
  });
  const tolerances = {
    of: () => ({
      ...defaultThresholds,
      responseTimeP95Ms: { degradedFrom: 500 },
      tcp: { bytesPerSecond: { degradedBelow: 10 } },
    }),
  };

  test('are not judged where no tolerance is configured', () => {
    expect(run([slow, silent]).edges.map(({ status }) => status)).toEqual(['healthy', 'healthy']);
  });

  test('are judged where one is', () => {
    expect(run([slow, silent], { ...facts, tolerances }).edges.map(({ status }) => status)).toEqual([
      'degraded',
      'degraded',
    ]);
  });
});

describe.each<['http' | 'grpc', string, string]>([
  ['http', '404', '100 % of requests from reviews-v2 to ratings fail'],
  ['http', '500', '100 % of requests from reviews-v2 to ratings fail: 500'],
  ['http', '-', '100 % of requests from reviews-v2 to ratings fail: no response'],
  ['grpc', '0', '100 % of requests from reviews-v2 to ratings fail'],
  ['grpc', '14', '100 % of requests from reviews-v2 to ratings fail: gRPC status 14'],
  ['grpc', '503', '100 % of requests from reviews-v2 to ratings fail: 503'],
])('an answer %s %s', (protocol, code, text) => {
  test('is named among the failures only where it is one', () => {
    const edge = draftEdge(reviews, ratings, {
      protocol,
      requestsPerSecond: 1,
      errorShare: 1,
      responses: [response(code, '-', 1)],
      reporters: { source: { requestsPerSecond: 1, errorShare: 1 } },
    });
    expect(run([edge]).edges[0]?.reasons[0]?.text).toBe(text);
  });
});
