import { expect, test } from 'vitest';
import { injectedPartsOf } from '#server/mesh/injection/injected-parts.ts';
import { meshObjects } from '#tests/support/objects-snapshot.ts';

const plain = 'concurrency: 2\nproxyMetadata:\n  CLUSTER: east\n';

test.each([
  ['a YAML text without secrets as it is', plain, plain],
  [
    'no token of an environment',
    'proxyMetadata:\n  XDS_TOKEN: abc\n',
    'proxyMetadata:\n  XDS_TOKEN: "[redacted]"',
  ],
  [
    'no token in JSON',
    '{"proxyMetadata": {"XDS_TOKEN": "abc"}}',
    'proxyMetadata:\n  XDS_TOKEN: "[redacted]"',
  ],
])('the settings of a proxy show %s', (_name, text, shown) => {
  const [pod] = meshObjects([
    {
      kind: 'Pod',
      namespace: 'shop',
      name: 'web-1',
      annotations: { 'proxy.istio.io/config': text },
      spec: { containers: [{ name: 'istio-proxy', args: ['proxy', 'sidecar'] }] },
    },
  ]).Pod;
  if (pod === undefined) throw new Error('There is no pod');
  const settings = injectedPartsOf(pod)?.proxy ?? [];
  expect(settings.find(({ title }) => title === 'proxy.istio.io/config')?.value).toBe(shown);
});
