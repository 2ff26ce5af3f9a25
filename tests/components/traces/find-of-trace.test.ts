import { describe, expect, test } from 'vitest';
import { findOfTrace, namespacesOfIds } from '#components/traces/find-of-trace.ts';
import { parseFind } from '#lib/find/parse-find.ts';

const productpage = 'application:Kubernetes/bookinfo/productpage/v1/productpage-v1';
const reviews = 'application:Kubernetes/bookinfo/reviews/v2/reviews-v2';
const catalog = 'service:Kubernetes/shop/catalog';

function spanOf(story: { nodeId?: string; edgeId?: string; edgeIds?: string[] }) {
  return { story: { text: '', ...story } };
}

describe('a trace on the graph', () => {
  test('marks its nodes and its calls, each once', () => {
    const edgeIds = [`${productpage}|${catalog}|http`];
    const found = findOfTrace([
      spanOf({ nodeId: productpage, edgeIds }),
      spanOf({ edgeIds }),
      spanOf({ edgeId: `${productpage}|${reviews}|http` }),
    ]);
    expect(found).toEqual({
      find: [
        '(source = productpage-v1 AND target = catalog)',
        '(source = productpage-v1 AND target = reviews-v2)',
        '(ns = bookinfo AND workload = productpage-v1)',
      ].join(' OR '),
      namespaces: ['bookinfo', 'shop'],
      isCut: false,
    });
    expect(parseFind(found?.find ?? '(').isValid).toBe(true);
  });

  test('is not offered where no span says where it comes from', () => {
    expect(
      findOfTrace([spanOf({}), spanOf({ edgeId: 'unknown:Kubernetes|passthrough:Kubernetes|http' })]),
    ).toBe(undefined);
  });

  test('is cut before the address becomes too long, and says so', () => {
    const spans = Array.from({ length: 200 }, (_, index) =>
      spanOf({ edgeId: `workload:k/mesh/caller-${index}|workload:k/mesh/called|http` }),
    );
    const found = findOfTrace(spans);
    expect(found?.isCut).toBe(true);
    expect(found?.find.length).toBeLessThan(4000);
    expect(parseFind(found?.find ?? '(').isValid).toBe(true);
  });

  test('shows the namespaces of its nodes', () => {
    expect(namespacesOfIds([catalog, productpage, reviews, 'passthrough:Kubernetes'])).toEqual([
      'bookinfo',
      'shop',
    ]);
  });
});
