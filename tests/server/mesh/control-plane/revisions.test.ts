import { describe, expect, test } from 'vitest';
import type { ControlPlane } from '#lib/contract/mesh.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { revisionsOf } from '#server/mesh/control-plane/revisions.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const namespace = (name: string, labels: Record<string, string>): Manifest => ({
  kind: 'Namespace',
  name,
  labels,
});
const webhook = (name: string, revision: string, tag?: string): Manifest => ({
  kind: 'MutatingWebhookConfiguration',
  name,
  labels: { 'istio.io/rev': revision, ...(tag === undefined ? {} : { 'istio.io/tag': tag }) },
  webhooks: [
    {
      name: 'rev.namespace.sidecar-injector.istio.io',
      clientConfig: { service: { namespace: 'istio-system', name: 'istiod' } },
    },
  ],
});
const pod = (name: string, annotations: Record<string, string>): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name,
  annotations,
  spec: { containers: [{ name: 'istio-proxy' }] },
});
const plane = (revision: string): ControlPlane => ({
  revision,
  namespace: 'istio-system',
  versions: [],
  replicas: [],
  health: { status: 'healthy', reasons: [] },
});

function revisions(manifests: Manifest[], running: string[], unread: ObjectKind[] = []) {
  const objects = meshObjects(manifests);
  const facts = {
    objects,
    rootNamespace: 'istio-system',
    unread: new Set(unread),
    proxies: [],
    answered: new Set<string>(),
    failures: new Map<string, string>(),
    versions: new Map<string, string>(),
  };
  return revisionsOf(facts, running.map(plane));
}

describe('a namespace', () => {
  const found = revisions(
    [
      webhook('istio-sidecar-injector-1-30', '1-30'),
      webhook('istio-revision-tag-default', '1-30', 'default'),
      webhook('istio-revision-tag-prod', '1-30', 'prod'),
      namespace('a', { 'istio-injection': 'enabled' }),
      namespace('b', { 'istio.io/rev': 'prod' }),
      namespace('c', { 'istio.io/rev': '1-30' }),
      namespace('d', { 'istio-injection': 'disabled', 'istio.io/rev': 'prod' }),
      namespace('e', { 'istio.io/dataplane-mode': 'ambient' }),
      namespace('f', {}),
    ],
    ['1-30'],
  );
  test('is on the revision that its label or the tag behind it names', () => {
    expect(found.revisions).toMatchObject([
      { revision: '1-30', tags: ['default', 'prod'], namespaces: ['a', 'b', 'c'], hasControlPlane: true },
    ]);
  });
  test('is listed with the tag that it uses', () => {
    expect(found.tags.map(({ tag, namespaces }) => [tag, namespaces])).toEqual([
      ['default', ['a']],
      ['prod', ['b']],
    ]);
  });
  test('that asks for none is outside, or ambient', () => {
    expect(found).toMatchObject({ outside: ['d', 'f'], ambient: ['e'] });
  });
});

test('a tag that points to a revision without istiod fails its namespaces, and is degraded without any', () => {
  const gone = webhook('istio-revision-tag-prod', '1-28', 'prod');
  const used = revisions([gone, namespace('a', { 'istio.io/rev': 'prod' })], ['1-30']);
  expect(used.tags[0]?.health.status).toBe('failing');
  expect(used.revisions.find(({ revision }) => revision === '1-28')).toMatchObject({
    hasControlPlane: false,
    health: { status: 'failing', reasons: [{ text: expect.stringContaining('a ask for it') }] },
  });
  expect(revisions([gone], ['1-30']).tags[0]?.health.status).toBe('degraded');
});

test('proxies count for the revision that injected them, whatever their namespace asks for now', () => {
  const { revisions: found } = revisions(
    [
      pod('a', { 'istio.io/rev': '1-28' }),
      pod('b', { 'sidecar.istio.io/status': '{"revision":"1-30"}' }),
      pod('c', { 'sidecar.istio.io/status': 'not json' }),
    ],
    ['1-30'],
  );
  expect(found.map(({ revision, proxies, health }) => [revision, proxies, health.status])).toEqual([
    ['1-28', 1, 'failing'],
    ['1-30', 1, 'healthy'],
    ['default', 1, 'failing'],
  ]);
});

test('nothing is gone where pods could not be read', () => {
  const tag = webhook('istio-revision-tag-prod', '1-30', 'prod');
  const { revisions: found, tags } = revisions(
    [tag, namespace('a', { 'istio.io/rev': 'prod' })],
    [],
    ['Pod'],
  );
  expect(found[0]?.health.status).toBe('unknown');
  expect(tags[0]?.health.status).toBe('unknown');
});

test('a tag counts the proxies of its namespaces, and pods that name it or another one themselves', () => {
  const ownLabel = (name: string, tag: string): Manifest => ({
    ...pod(name, {}),
    labels: { 'istio.io/rev': tag },
  });
  const { tags } = revisions(
    [
      webhook('istio-revision-tag-prod', '1-30', 'prod'),
      webhook('istio-revision-tag-next', '1-31', 'next'),
      namespace('shop', { 'istio.io/rev': 'prod' }),
      pod('a', {}),
      pod('b', {}),
      ownLabel('c', 'next'),
    ],
    ['1-30', '1-31'],
  );
  expect(tags.map(({ tag, proxies }) => [tag, proxies])).toEqual([
    ['prod', 2],
    ['next', 1],
  ]);
});
