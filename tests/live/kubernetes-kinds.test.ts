import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import {
  bookinfoFolder,
  type KubeapiOptions,
  startKubeapi,
  writeKubeconfig,
} from '#tests/support/kubeapi.ts';
import { change, snapshotWhere } from '#tests/support/kubernetes-objects.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const toStop: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of toStop.splice(0).reverse()) await each.stop();
});

function stopLater<Started extends { stop(): Promise<void> }>(started: Started): Started {
  toStop.push(started);
  return started;
}

async function startAll(options: KubeapiOptions) {
  const api = stopLater(await startKubeapi(options));
  const proxy = stopLater(await startFaultyProxy(api.url));
  const timing = { probeMs: 200, backOffBaseMs: 50 };
  const source = stopLater(createKubernetes({ kubeconfigPath: writeKubeconfig(proxy.url), timing }));
  return { api, proxy, source };
}

const crdsSchema = z.looseObject({
  items: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })),
});

function recordedCrd(name: string): unknown {
  const file = join(bookinfoFolder, 'kubernetes', 'apiextensions.k8s.io', 'customresourcedefinitions.json');
  const { items } = crdsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return items.find((item) => item.metadata.name === name);
}

const core = join(bookinfoFolder, 'kubernetes', 'core');

test('kinds that a cluster does not have are empty and named, and a CRD installed later is read', async () => {
  const { api, source } = await startAll({ load: [core] });
  const before = await source.snapshot();
  expect(before.unread).toEqual([]);
  expect(before.objects.VirtualService).toEqual([]);
  expect(await source.status()).toMatchObject({
    state: 'ok',
    details: [
      'The cluster does not have: VirtualService, DestinationRule, IstioGateway, ServiceEntry, WorkloadEntry, ' +
        'WorkloadGroup, Sidecar, EnvoyFilter, ProxyConfig, PeerAuthentication, RequestAuthentication, ' +
        'AuthorizationPolicy, Telemetry, WasmPlugin, GatewayClass, Gateway, HTTPRoute, GRPCRoute, TLSRoute, TCPRoute, ' +
        'ReferenceGrant, TrafficExtension, IstioOperator',
    ],
  });

  const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  await change(api.url, {
    method: 'POST',
    path: crds,
    body: recordedCrd('virtualservices.networking.istio.io'),
  });
  const path = '/apis/networking.istio.io/v1/namespaces/shop/virtualservices';
  await change(api.url, {
    method: 'POST',
    path,
    body: { metadata: { name: 'new' }, spec: { hosts: ['new'] } },
  });
  const after = await snapshotWhere(source, ({ objects }) => objects.VirtualService.length > 0, 'the object');
  expect(after.objects.VirtualService[0]?.metadata.name).toBe('new');
});

test('a kind that is served in an older version only is read in that one', async () => {
  const { api, proxy, source } = await startAll({ load: [core] });
  const crd = z.looseObject({
    spec: z.looseObject({ versions: z.array(z.looseObject({ name: z.string() })) }),
  });
  const { spec, ...rest } = crd.parse(recordedCrd('virtualservices.networking.istio.io'));
  const versions = spec.versions.filter((version) => version.name === 'v1beta1');
  const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  await change(api.url, { method: 'POST', path: crds, body: { ...rest, spec: { ...spec, versions } } });
  const path = '/apis/networking.istio.io/v1beta1/namespaces/shop/virtualservices';
  await change(api.url, {
    method: 'POST',
    path,
    body: { metadata: { name: 'old' }, spec: { hosts: ['old'] } },
  });
  await snapshotWhere(source, ({ objects }) => objects.VirtualService.length > 0, 'the object of v1beta1');
  const lists = proxy.requests.map(({ address }) => address).filter((address) => address.includes('limit='));
  expect(lists).toContain('/apis/networking.istio.io/v1beta1/virtualservices?limit=500');
});

test('what is read in the preferred version stays while discovery of that version fails', async () => {
  const { proxy, source } = await startAll({});
  const before = await snapshotWhere(
    source,
    ({ objects }) => objects.VirtualService.length > 0,
    'VirtualServices',
  );
  const isPreferred = (address: string) => address === '/apis/networking.istio.io/v1';
  proxy.setFault({ kind: 'status', status: 500 }, isPreferred);
  const asked = proxy.requests.length;
  const isDiscovered = () =>
    proxy.requests.slice(asked).filter(({ address }) => isPreferred(address)).length > 1;
  await waitUntil(isDiscovered, { what: 'discovery has failed and asked again', withinMs: 5_000 });
  const during = await source.snapshot();
  expect(during.objects.VirtualService).toBe(before.objects.VirtualService);
  expect(during.unread).toEqual([]);
  expect((await source.status()).details?.join()).toContain(
    'VirtualService: is read as before, since discovery failed: the proxy of the tests says 500 (500)',
  );
  const older = '/apis/networking.istio.io/v1beta1/virtualservices?';
  expect(proxy.requests.filter(({ address }) => address.startsWith(older))).toEqual([]);
});

test('a list of more than 500 objects is read in pages, and in one piece when a page has expired', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-objects-'));
  const items = Array.from({ length: 1_201 }, (_, index) => ({
    metadata: { name: `namespace-${String(index).padStart(4, '0')}` },
  }));
  writeFileSync(join(folder, 'all.json'), JSON.stringify({ kind: 'NamespaceList', apiVersion: 'v1', items }));
  const { proxy, source } = await startAll({ load: [folder] });
  const pages = (from: number) =>
    proxy.requests
      .slice(from)
      .map(({ address }) => new URL(address, proxy.url))
      .filter((url) => url.pathname === '/api/v1/namespaces' && !url.searchParams.has('watch'))
      .map((url) => ({ limit: url.searchParams.get('limit'), isFirst: !url.searchParams.has('continue') }));

  expect((await source.snapshot()).objects.Namespace).toHaveLength(1_201);
  expect(pages(0)).toEqual([
    { limit: '500', isFirst: true },
    { limit: '500', isFirst: false },
    { limit: '500', isFirst: false },
  ]);

  proxy.setFault({ kind: 'status', status: 410 }, (address) => address.includes('continue='));
  const from = proxy.requests.length;
  const timing = { backOffBaseMs: 50 };
  const second = stopLater(createKubernetes({ kubeconfigPath: writeKubeconfig(proxy.url), timing }));
  expect((await second.snapshot()).objects.Namespace).toHaveLength(1_201);
  expect(pages(from)).toEqual([
    { limit: '500', isFirst: true },
    { limit: '500', isFirst: false },
    { limit: null, isFirst: true },
  ]);
});

test('a server that speaks TLS and HTTP/2 is read and watched alike', async () => {
  const tls = join(import.meta.dirname, '..', 'fixtures', 'tls');
  const files = ['-tls-cert', join(tls, 'cert.pem'), '-tls-key', join(tls, 'key.pem')];
  const api = stopLater(await startKubeapi({ flags: files, scheme: 'https' }));
  const source = stopLater(createKubernetes({ kubeconfigPath: api.kubeconfig, timing: { quietMs: 400 } }));
  expect((await source.snapshot()).objects.Pod).toHaveLength(30);
  expect(await source.status()).toMatchObject({ state: 'ok', address: api.url });

  const dispatcher = new Agent({ connect: { ca: readFileSync(join(tls, 'cert.pem')) } });
  await request(`${api.url}/api/v1/namespaces`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ metadata: { name: 'made-over-tls' } }),
  });
  await dispatcher.close();
  await snapshotWhere(
    source,
    ({ objects }) => objects.Namespace.some((namespace) => namespace.metadata.name === 'made-over-tls'),
    'the new namespace',
  );
});
