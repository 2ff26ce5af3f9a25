import { describe, expect, test } from 'vitest';
import { effectiveMtls } from '#server/mesh/inventory/effective-mtls.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

function policy(namespace: string, name: string, spec: object, created?: string): Manifest {
  return { kind: 'PeerAuthentication', namespace, name, spec, creationTimestamp: created };
}

const labels = { app: 'db' };
const selector = { matchLabels: labels };
const root = policy('istio-system', 'default', { mtls: { mode: 'STRICT' } });
const wide = policy('shop', 'wide', { mtls: { mode: 'PERMISSIVE' } });
const own = policy('shop', 'own', {
  selector,
  mtls: { mode: 'STRICT' },
  portLevelMtls: { 3306: { mode: 'DISABLE' }, 80: { mode: 'UNSET' } },
});

const mode = (target: Parameters<typeof effectiveMtls>[0], ...policies: Manifest[]) => {
  const {
    mode: found,
    setBy,
    field,
  } = effectiveMtls(target, { objects: meshObjects(policies), rootNamespace: 'istio-system' });
  return [found, setBy?.name, field];
};

describe.each<[string, Parameters<typeof effectiveMtls>[0], Manifest[], (string | undefined)[]]>([
  [
    'without any policy it is PERMISSIVE',
    { namespace: 'shop', labels },
    [],
    ['PERMISSIVE', undefined, undefined],
  ],
  [
    'the root namespace speaks for the mesh',
    { namespace: 'shop', labels },
    [root],
    ['STRICT', 'default', 'spec.mtls.mode'],
  ],
  [
    'the namespace wins over the mesh',
    { namespace: 'shop', labels },
    [root, wide],
    ['PERMISSIVE', 'wide', 'spec.mtls.mode'],
  ],
  [
    'the workload wins over its namespace',
    { namespace: 'shop', labels },
    [root, wide, own],
    ['STRICT', 'own', 'spec.mtls.mode'],
  ],
  [
    'the port wins over its workload',
    { namespace: 'shop', labels, port: 3306 },
    [wide, own],
    ['DISABLE', 'own', 'spec.portLevelMtls[3306].mode'],
  ],
  [
    'UNSET asks the next wider one',
    { namespace: 'shop', labels, port: 80 },
    [wide, own],
    ['STRICT', 'own', 'spec.mtls.mode'],
  ],
  [
    'a selector that does not match says nothing',
    { namespace: 'shop', labels: { app: 'x' } },
    [root, own],
    ['STRICT', 'default', 'spec.mtls.mode'],
  ],
  [
    'a selector in the root namespace is for that namespace alone',
    { namespace: 'shop', labels },
    [policy('istio-system', 'some', { selector, mtls: { mode: 'DISABLE' } })],
    ['PERMISSIVE', undefined, undefined],
  ],
  [
    'another namespace says nothing',
    { namespace: 'shop', labels },
    [policy('legacy', 'wide', { mtls: { mode: 'DISABLE' } })],
    ['PERMISSIVE', undefined, undefined],
  ],
  [
    'the oldest of two wins',
    { namespace: 'shop', labels },
    [
      policy('shop', 'a', { mtls: { mode: 'STRICT' } }, '2026-02-01T00:00:00Z'),
      policy('shop', 'b', { mtls: { mode: 'DISABLE' } }, '2026-01-01T00:00:00Z'),
    ],
    ['DISABLE', 'b', 'spec.mtls.mode'],
  ],
])('mutual TLS', (sentence, target, policies, expected) => {
  test(sentence, () => {
    expect(mode(target, ...policies)).toEqual(expected);
  });
});
