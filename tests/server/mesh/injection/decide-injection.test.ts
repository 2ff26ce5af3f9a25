import { expect, test } from 'vitest';
import { decideInjection } from '#server/mesh/injection/decide-injection.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const subject = { title: 'Pod shop/web', namespace: 'shop', labels: {}, annotations: {}, hostNetwork: false };

function decide(config: string, webhook: Record<string, unknown> = {}) {
  const manifests: Manifest[] = [
    { kind: 'Namespace', name: 'shop' },
    {
      kind: 'ConfigMap',
      namespace: 'istio-system',
      name: 'istio-sidecar-injector',
      data: { config },
    },
    {
      kind: 'MutatingWebhookConfiguration',
      name: 'istio-sidecar-injector',
      webhooks: [
        {
          name: 'namespace.sidecar-injector.istio.io',
          clientConfig: { service: { name: 'istiod', namespace: 'istio-system' } },
          ...webhook,
        },
      ],
    },
  ];
  return decideInjection(subject, { objects: meshObjects(manifests), rootNamespace: 'istio-system' });
}

test.each([
  ['says nothing', 'policy: enabled', 'injected'],
  ['has an empty selector for never, which fits nothing', 'neverInjectSelector: [{}]', 'injected'],
  [
    'has an empty selector for always',
    'policy: disabled\nalwaysInjectSelector: [{matchLabels: {}}]',
    'notInjected',
  ],
  [
    'forbids what has no version',
    'neverInjectSelector: [{matchExpressions: [{key: version, operator: DoesNotExist}]}]',
    'notInjected',
  ],
  [
    'wants what has no version',
    'policy: disabled\nalwaysInjectSelector: [{matchExpressions: [{key: version, operator: DoesNotExist}]}]',
    'injected',
  ],
  [
    'wants it with a policy that Istio does not know',
    'policy: "off"\nalwaysInjectSelector: [{matchExpressions: [{key: version, operator: DoesNotExist}]}]',
    'notInjected',
  ],
])('an injector that %s', (_name, config, verdict) => {
  expect(decide(config).verdict).toBe(verdict);
});

test('what only the API server can judge is undecided, and named', () => {
  const decision = decide('policy: enabled', { matchConditions: [{ name: 'not-nightly', expression: 'x' }] });
  expect(decision).toMatchObject({ verdict: 'undecided', text: expect.stringContaining('not-nightly') });
});
