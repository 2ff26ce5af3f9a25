import { describe, expect, test } from 'vitest';
import { spanLinks } from '#components/traces/span/span-links.ts';
import { spanDraft } from '../waterfall/span-draft.ts';

const edgeId = 'workload:Kubernetes/shop/wordpress-v1|workload:Kubernetes/bookinfo/reviews-v2|http';
const span = spanDraft({
  kind: 'client',
  startMs: Date.parse('2026-11-21T12:00:00.250Z'),
  durationMs: 500,
  story: {
    text: '',
    workload: { namespace: 'bookinfo', name: 'reviews-v2' },
    requestId: 'cb5d1a4d',
    edgeId,
    nodeId: 'workload:Kubernetes/bookinfo/reviews-v2',
  },
});

describe('links of a span', () => {
  test('lead to its workload, the lines of its request, its direction of metrics, and its edge', () => {
    const path = '/workloads/bookinfo/reviews-v2';
    expect(spanLinks(span)).toEqual([
      { text: 'Workload', path, own: {} },
      {
        text: 'Logs around this time',
        path,
        own: {
          tab: 'logs',
          from: '2026-11-21T11:59:00.250Z',
          to: '2026-11-21T12:01:00.750Z',
          search: 'cb5d1a4d',
        },
      },
      { text: 'Metrics', path, own: { tab: 'outbound' } },
      { text: 'Traces of it', path, own: { tab: 'traces' } },
      {
        text: 'Graph edge',
        path: '/graph',
        own: { selected: `edge:${edgeId}`, services: 'false', namespaces: 'bookinfo,shop' },
      },
    ]);
  });

  test('are as many as its tags allow', () => {
    expect(spanLinks(spanDraft({}))).toEqual([]);
  });
});
