import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { componentVersions } from '#server/mesh/control-plane/component-versions.ts';
import { connectedProxies } from '#server/mesh/control-plane/connected-proxies.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';
import { sharedFolder, whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const pod = (name: string, extra: object): Manifest => ({ kind: 'Pod', namespace: 'shop', name, ...extra });
const proxyPod = (name: string, image: string, args: string[] = ['proxy', 'sidecar']) =>
  pod(name, { spec: { containers: [{ name: 'istio-proxy', image, args }] } });
const proxy = (name: string, version: string, replica = 'istiod-1') => ({
  replica,
  value: { proxy: `${name}.shop`, proxy_type: 'sidecar', istio_version: version },
});

function versionsOf(
  manifests: Manifest[],
  entries: ReturnType<typeof proxy>[],
  versions: [string, string][],
) {
  return componentVersions({
    objects: meshObjects(manifests),
    rootNamespace: 'istio-system',
    unread: new Set<ObjectKind>(),
    proxies: connectedProxies(entries),
    answered: new Set(),
    failures: new Map(),
    versions: new Map(versions),
  }).map(({ type, version, count, source, skew }) => [type, version, count, source, skew]);
}

describe('components', () => {
  test('are grouped by type and version, each against its own control plane', () => {
    expect(
      versionsOf(
        [
          pod('istiod-1', { labels: { app: 'istiod' }, spec: { containers: [{ name: 'discovery' }] } }),
          pod('istiod-2', {
            labels: { app: 'istiod' },
            spec: { containers: [{ name: 'discovery', image: 'pilot:1.30.0-distroless' }] },
          }),
          proxyPod('a', 'proxyv2:1.30.0'),
          proxyPod('b', 'proxyv2:1.30.0'),
          proxyPod('c', 'proxyv2:1.28.0'),
          proxyPod('g', 'registry:5000/proxyv2:1.31.0@sha256:0', ['proxy', 'router']),
          pod('z', {
            labels: { app: 'ztunnel' },
            spec: { containers: [{ name: 'istio-proxy', image: 'ztunnel' }] },
          }),
          pod('n', {
            labels: { 'k8s-app': 'istio-cni-node' },
            spec: { containers: [{ name: 'install-cni', image: 'cni:1.30.0' }] },
          }),
        ],
        [proxy('a', '1.30.0'), proxy('b', '1.30.0'), proxy('gone', '1.29.0')],
        [['istiod-1', '1.30.0']],
      ),
    ).toEqual([
      ['istiod', '1.30.0', 1, 'istiod', 'same'],
      ['istiod', '1.30.0', 1, 'image', 'same'],
      ['sidecar', '1.28.0', 1, 'image', 'unsupported'],
      ['sidecar', '1.29.0', 1, 'istiod', 'supported'],
      ['sidecar', '1.30.0', 2, 'istiod', 'same'],
      ['gateway', '1.31.0', 1, 'image', 'unsupported'],
      ['ztunnel', undefined, 1, 'none', 'unknown'],
      ['cni', '1.30.0', 1, 'image', 'same'],
    ]);
  });

  test('of a proxy that is connected to no replica are not judged where control planes differ', () => {
    expect(
      versionsOf(
        [proxyPod('a', 'proxyv2:1.30.0')],
        [],
        [
          ['istiod-1', '1.30.0'],
          ['istiod-2', '1.31.0'],
        ],
      ),
    ).toEqual([['sidecar', '1.30.0', 1, 'image', 'unknown']]);
  });
});

const versionSchema = z.object({
  dataPlaneVersion: z.array(z.object({ ID: z.string(), IstioVersion: z.string(), Type: z.string() })),
});

describe.skipIf(whyNoSharedFolder !== undefined)(`the recorded mesh ${whyNoSharedFolder ?? ''}`, () => {
  test('has the proxies, types and versions of istioctl version', async () => {
    const folder = join(sharedFolder, 'recordings', 'bookinfo');
    const { dataPlaneVersion } = versionSchema.parse(
      JSON.parse(readFileSync(join(folder, 'istioctl', 'version.json'), 'utf8')),
    );
    const syncz = z
      .array(z.unknown())
      .parse(JSON.parse(readFileSync(join(folder, 'istiod', 'syncz.json'), 'utf8')));
    const groups = componentVersions({
      ...(await recordedSnapshot()),
      unread: new Set(),
      proxies: connectedProxies(syncz.map((value) => ({ replica: 'istiod', value }))),
      answered: new Set(['istiod']),
      failures: new Map(),
      versions: new Map([['istiod', '1.31-dev']]),
    });
    const found = groups
      .filter(({ type }) => type !== 'istiod')
      .flatMap(({ type, version, members }) =>
        members.map(({ namespace, name }) => `${name}.${namespace} ${version} ${type}`),
      );
    const wanted = dataPlaneVersion.map(({ ID, IstioVersion, Type }) => `${ID} ${IstioVersion} ${Type}`);
    console.log(
      `istioctl version: ${wanted.length} proxies, ${wanted.filter((row) => !found.includes(row)).length} missing`,
    );
    expect(found.sort()).toEqual(wanted.sort());
    expect(wanted.length).toBe(26);
  });
});
