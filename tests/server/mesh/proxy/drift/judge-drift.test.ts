import { describe, expect, test } from 'vitest';
import type { DriftClass } from '#lib/contract/proxies.ts';
import { fleetOf } from '#server/mesh/proxies/fleet.ts';
import type { OwnFacts } from '#server/mesh/proxies/own-facts.ts';
import { syncStatesOf } from '#server/mesh/proxies/sync-states.ts';
import type { DriftFacts } from '#server/mesh/proxy/drift/drift-rule.ts';
import { judgeDrift } from '#server/mesh/proxy/drift/judge-drift.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const nowMs = Date.parse('2026-11-21T12:00:00Z');
const cluster = 'type.googleapis.com/envoy.config.cluster.v3.Cluster';

const pod = (status: object = {}): Manifest => ({
  kind: 'Pod',
  name: 'web-1',
  namespace: 'shop',
  spec: { containers: [{ name: 'web' }, { name: 'istio-proxy', args: ['proxy', 'sidecar'] }] },
  status: { phase: 'Running', startTime: '2026-11-21T11:00:00Z', podIP: '10.0.0.1', ...status },
});

type Case = {
  manifests?: readonly Manifest[];
  entries?: readonly object[];
  answered?: readonly string[];
  silent?: readonly string[];
  versions?: Record<string, string>;
  address?: string;
  own?: OwnFacts;
  unread?: DriftFacts['mesh']['unread'];
};

function judge(given: Case) {
  const snapshot = objectsSnapshot(given.manifests ?? [pod()]);
  const { proxies } = syncStatesOf(
    (given.entries ?? []).map((value) => ({
      replica: 'istiod-1',
      value: { cluster_id: 'Kubernetes', ...value },
    })),
    0,
  );
  const connections = new Map(
    [...proxies.keys()].map((id) => [
      id,
      { replica: 'istiod-1', connectedAt: undefined, address: given.address },
    ]),
  );
  const fleet = fleetOf(snapshot, { syncs: proxies, connections });
  return fleet.map((proxy) => {
    const { drift, undecided } = judgeDrift({
      proxy,
      nowMs,
      controlPlane: {
        answered: given.answered ?? ['istiod-1'],
        silent: given.silent ?? [],
        versions: new Map(Object.entries(given.versions ?? {})),
      },
      mesh: {
        objects: snapshot.objects,
        unread: given.unread ?? [],
        rootNamespace: 'istio-system',
        cluster: 'Kubernetes',
        expectedEndpoints: () => undefined,
      },
      own: given.own,
      comparison: undefined,
    });
    return { drift: drift.map((one) => one.class), undecided: undecided.map((one) => one.class), all: drift };
  });
}

const web = (fields: object = {}) => ({
  proxy: 'web-1.shop',
  istio_version: '1.28.0',
  resources: {},
  ...fields,
});
const classes = (given: Case) => judge(given).flatMap(({ drift }) => drift);
const undecided = (given: Case) => judge(given).flatMap(({ undecided: list }) => list);

describe('a pod with a proxy that istiod does not know', () => {
  test.each<[string, Case, DriftClass[], DriftClass[]]>([
    ['and all replicas answered', {}, ['unknownToIstiod'], []],
    ['and has configuration', { own: { dynamicCount: 12 } }, ['connectedToNone'], []],
    ['and has none', { own: { dynamicCount: 0 } }, ['neverConnected'], []],
    ['and a replica is silent', { silent: ['istiod-2'], own: { dynamicCount: 12 } }, [], ['unknownToIstiod']],
    ['and no replica answered', { answered: [] }, [], ['unknownToIstiod']],
    [
      'and it started a moment ago',
      { manifests: [pod({ startTime: '2026-11-21T11:59:30Z' })] },
      [],
      ['unknownToIstiod'],
    ],
    ['and it is pending', { manifests: [pod({ phase: 'Pending' })] }, [], ['unknownToIstiod']],
    ['and it came to its end', { manifests: [pod({ phase: 'Succeeded' })] }, [], []],
  ])('%s', (_, given, drift, open) => {
    expect([classes(given), undecided(given)]).toEqual([drift, open]);
  });
});

describe('a connection without a pod', () => {
  const group: Manifest = { kind: 'WorkloadGroup', name: 'vms', namespace: 'shop', spec: {} };
  const machine: Manifest = {
    kind: 'WorkloadEntry',
    name: 'vm',
    namespace: 'shop',
    spec: { address: '192.168.0.9' },
  };

  test.each<[string, Case, DriftClass[], DriftClass[]]>([
    ['of this cluster', { manifests: [], entries: [web()], address: '10.0.0.9' }, ['podGone'], []],
    ['of another cluster', { manifests: [], entries: [web({ cluster_id: 'east' })] }, [], []],
    ['of a machine', { manifests: [machine], entries: [web()], address: '192.168.0.9' }, [], []],
    ['beside machines, its address unknown', { manifests: [machine], entries: [web()] }, [], ['podGone']],
    [
      'beside a group of machines',
      { manifests: [group], entries: [web()], address: '10.0.0.9' },
      [],
      ['podGone'],
    ],
    ['while pods could not be read', { manifests: [], entries: [web()], unread: ['Pod'] }, [], ['podGone']],
  ])('%s', (_, given, drift, open) => {
    expect([classes(given), undecided(given)]).toEqual([drift, open]);
  });
});

describe('a push that is not confirmed', () => {
  const unconfirmed = (sentTime?: string) => ({
    entries: [web({ resources: { [cluster]: { sent: '2', acked: '1', ...(sentTime && { sentTime }) } } })],
  });

  test.each<[string, Case, DriftClass[]]>([
    ['ten seconds ago', unconfirmed('2026-11-21T11:59:50Z'), []],
    ['a minute ago', unconfirmed('2026-11-21T11:59:00Z'), ['stale']],
    ['in a moment, by a clock that is ahead', unconfirmed('2026-11-21T12:00:05Z'), []],
    ['in ten minutes, by a clock that says nothing', unconfirmed('2026-11-21T12:10:00Z'), ['stale']],
    ['at a time that istiod does not give', unconfirmed(), ['stale']],
  ])('%s', (_, given, expected) => {
    expect(classes(given)).toEqual(expected);
  });
});

test.each<[string, string, DriftClass[]]>([
  ['1.28.3', '1.28.0', []],
  ['1.29.0', '1.28.0', ['versionSkew']],
  ['1.28.0-asm.4', '1.27.2-asm.1', ['versionSkew']],
  ['2.0.0', '1.28.0', []],
  ['latest', '1.28.0', []],
])('istiod %s and a proxy %s', (istiod, version, expected) => {
  expect(classes({ entries: [web({ istio_version: version })], versions: { 'istiod-1': istiod } })).toEqual(
    expected,
  );
});

test('the worst drift stands first, each with a sentence, a fix and a command', () => {
  const [proxy] = judge({
    entries: [web({ istio_version: '1.27.0', resources: { [cluster]: { sent: '2', lastError: 'bad' } } })],
    versions: { 'istiod-1': '1.28.0' },
  });
  expect(proxy?.drift).toEqual(['rejected', 'versionSkew']);
  for (const { why } of proxy?.all ?? []) {
    expect([why.text, why.fix, why.command].map((text) => (text ?? '').length > 10)).toEqual([
      true,
      true,
      true,
    ]);
    expect(why.evidence.length).toBeGreaterThan(0);
  }
});
