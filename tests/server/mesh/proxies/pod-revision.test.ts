import { expect, test } from 'vitest';
import { podRevision } from '#server/mesh/proxies/pod-revision.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';

const status = { 'sidecar.istio.io/status': '{"revision": "1-30"}' };

test.each<[string, Record<string, string>, Record<string, string>, string | undefined]>([
  ['its annotation', { 'istio.io/rev': '1-31', ...status }, { 'istio.io/rev': 'stable' }, '1-31'],
  ['what the injector wrote, not the tag that was asked for', status, { 'istio.io/rev': 'stable' }, '1-30'],
  ['its label', {}, { 'istio.io/rev': 'stable' }, 'stable'],
  [
    'its label beside a status that is no JSON',
    { 'sidecar.istio.io/status': '{' },
    { 'istio.io/rev': 'a' },
    'a',
  ],
  ['nothing', {}, {}, undefined],
])('a pod is of the revision of %s', (_name, annotations, labels, revision) => {
  const [pod] = meshObjects([
    { kind: 'Pod', namespace: 'shop', name: 'web-1', annotations, labels, spec: { containers: [] } },
  ]).Pod;
  expect(pod && podRevision(pod)).toBe(revision);
});
