import { expect, test } from 'vitest';
import { proxyOverrides } from '#server/mesh/control-plane/configuration/proxy-overrides.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';

const annotation = 'proxy.istio.io/config';

test.each([
  ['concurrency: 4\ntracing:\n  sampling: 5\n', ['concurrency', 'tracing']],
  ['{ "drainDuration": "1s" }', ['drainDuration']],
  ['not: [yaml', ['not: [yaml']],
  ['only text', ['only text']],
])('an annotation that says %j sets %j', (text, keys) => {
  const objects = meshObjects([
    { kind: 'Pod', namespace: 'shop', name: 'a', annotations: { [annotation]: text }, spec: {} },
    { kind: 'Pod', namespace: 'shop', name: 'b', spec: {} },
  ]);
  expect(proxyOverrides(objects)).toEqual([{ namespace: 'shop', pod: 'a', keys }]);
});
