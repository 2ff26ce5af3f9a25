import { describe, expect, test } from 'vitest';
import { sharedWindow } from '#server/mesh/compare/graph/shared-window.ts';
import { heldNamespaces } from '#server/mesh/compare/held-namespaces.ts';
import { type SideFacts, sidesWarnings } from '#server/mesh/compare/sides-warnings.ts';

const side = (patch: Partial<SideFacts> = {}): SideFacts => ({
  cluster: 'Kubernetes',
  rootNamespace: 'istio-system',
  objects: {
    Namespace: [{ metadata: { ...metadata, name: 'istio-system', uid: 'one' } }],
    ConfigMap: [
      { metadata: { ...metadata, name: 'istio', namespace: 'istio-system' }, data: { mesh: '{}' } },
    ],
  },
  atMs: 1000,
  version: '1',
  ...patch,
});
const metadata = {
  namespace: undefined,
  uid: undefined,
  resourceVersion: undefined,
  creationTimestamp: undefined,
  generation: undefined,
  labels: {},
  annotations: {},
  ownerReferences: [],
};
const otherRoot = {
  ...side().objects,
  Namespace: [{ metadata: { ...metadata, name: 'istio-system', uid: 'two' } }],
};
const otherTrust = {
  ...side().objects,
  ConfigMap: [
    {
      metadata: { ...metadata, name: 'istio', namespace: 'istio-system' },
      data: { mesh: 'trustDomain: east.example' },
    },
  ],
};

describe('two sides that are not the same mesh are told so', () => {
  const cases: readonly [string, Partial<SideFacts>, RegExp][] = [
    ['other_cluster', { cluster: 'east' }, /of cluster east, not of Kubernetes/],
    ['other_root_namespace', { rootNamespace: 'mesh' }, /snapshot is mesh, here it is istio-system/],
    ['other_mesh', { objects: otherRoot }, /istio-system has another uid/],
    ['other_trust_domain', { objects: otherTrust }, /is east\.example, here it is cluster\.local/],
    ['before_is_later', { atMs: 2000 }, /1970-01-01T00:00:02Z, than this one, at 1970-01-01T00:00:01Z/],
    ['other_version', { version: '0.9' }, /read by Vigla 0\.9 and 1:/],
  ];
  test.each(cases)('%s', (code, patch, words) => {
    const warnings = sidesWarnings({ before: side(patch), after: side() });
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    expect(warnings[0]?.message).toMatch(words);
  });

  test('and nothing is said of two sides of one mesh', () => {
    expect(sidesWarnings({ before: side(), after: side() })).toEqual([]);
  });
});

describe('only namespaces that both sides hold are compared', () => {
  const all = { rootNamespace: 'istio-system', scope: undefined };
  const some = { rootNamespace: 'istio-system', scope: { namespaces: ['shop', 'bookinfo'] } };
  test.each([
    {
      asked: '*' as const,
      namespaces: ['bookinfo', 'istio-system', 'shop'],
      says: /^The earlier snapshot has the namespaces bookinfo, istio-system, shop alone:/,
    },
    { asked: ['shop'], namespaces: ['shop'], says: undefined },
    { asked: ['shop', 'legacy'], namespaces: ['shop'], says: /alone, not legacy:/ },
  ])('$asked', ({ asked, namespaces, says }) => {
    const found = heldNamespaces(asked, { before: some, after: all });
    expect(found.namespaces).toEqual(namespaces);
    expect(found.warnings.length).toBe(says === undefined ? 0 : 1);
    if (says !== undefined) expect(found.warnings[0]?.message).toMatch(says);
  });

  test('all of them where nothing is left out', () => {
    expect(heldNamespaces('*', { before: all, after: all })).toEqual({ namespaces: '*', warnings: [] });
  });
});

describe('both windows are as long as the side with less has', () => {
  const live = { nowSeconds: 10_000, scope: undefined };
  const kept = (seconds: number, stepSeconds = 60) => ({
    nowSeconds: 5000,
    scope: { metricsFromSeconds: 5000 - seconds, stepSeconds },
  });
  test.each([
    { asked: 600, before: kept(1500), after: live, windowSeconds: 600, codes: [] },
    { asked: 3600, before: kept(1500), after: live, windowSeconds: 1500, codes: ['window_shortened'] },
    { asked: 3600, before: live, after: kept(900), windowSeconds: 900, codes: ['window_shortened'] },
    {
      asked: 600,
      before: kept(90_000, 7200),
      after: live,
      windowSeconds: 600,
      codes: ['window_within_step'],
    },
  ])('$asked s', ({ asked, before, after, windowSeconds, codes }) => {
    const found = sharedWindow(asked, { before, after });
    expect(found.windowSeconds).toBe(windowSeconds);
    expect(found.warnings.map(({ code }) => code)).toEqual(codes);
  });
});
