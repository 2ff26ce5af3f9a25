import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdminPath, adminPaths } from '#lib/proxy/admin-paths.ts';
import { type IstiodEndpoint, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { EnvoySource, IstiodSource, ProxyName } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { differences } from '#tests/support/differences.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';

const recording = createRecording({});
const limits = { timeoutMs: 20_000, limitBytes: 64_000_000 };

let api: Kubeapi;
let kubernetes: ReturnType<typeof createKubernetes>;
let envoy: EnvoySource;
let istiod: IstiodSource;
let proxies: ProxyName[];

beforeAll(async () => {
  api = await startKubeapi();
  kubernetes = createKubernetes({ kubeconfigPath: api.kubeconfig });
  const pods = { forwardPort: kubernetes.forwardPort, objects: kubernetes, ...limits };
  envoy = createEnvoy({ ...pods, isWritable: false });
  istiod = createIstiod(pods);
  const { Pod } = (await kubernetes.snapshot()).objects;
  proxies = Pod.filter(({ spec }) =>
    [...spec.initContainers, ...spec.containers].some(({ name }) => name === 'istio-proxy'),
  ).map(({ metadata }) => ({ namespace: metadata.namespace ?? '', pod: metadata.name }));
});
afterAll(async () => {
  await kubernetes.stop();
  await api.stop();
});

/** What was recorded, as it came over the wire. */
function recordedFile(...path: string[]): Buffer {
  const file = join(bookinfoFolder, ...path);
  return existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
}

/** The files that do not have their path for a name. */
const odd: Partial<Record<AdminPath, string>> = {
  stats: 'stats_json.json',
  'stats/prometheus': 'stats_prometheus.txt',
  'agent/stats/prometheus': 'agent_stats_prometheus.txt',
  ready: 'ready.txt',
  logging: 'logging.txt',
};
const paths = Object.keys(adminPaths).filter((path): path is AdminPath => path in adminPaths);

const parsed = (bytes: Uint8Array): unknown => {
  const text = new TextDecoder().decode(bytes);
  return /^\s*[[{]|^null/.test(text) ? JSON.parse(text) : text;
};

test('every answer of every proxy comes as it was recorded, byte for byte', async () => {
  const broken: string[] = [];
  let bytes = 0;
  await Promise.all(
    proxies.flatMap((proxy) =>
      paths.map(async (path) => {
        const parameters: Record<string, string> = path === 'config_dump' ? { include_eds: '' } : {};
        const answer = await envoy.admin(proxy, { path, parameters });
        const name = `${proxy.namespace}.${proxy.pod}`;
        bytes += answer.byteLength;
        if (!recordedFile('envoy', name, odd[path] ?? `${path}.json`).equals(answer))
          broken.push(`${name} ${path}`);
      }),
    ),
  );
  console.info(
    `proxies ${proxies.length}, paths ${paths.length}, answers ${proxies.length * paths.length}, bytes ${bytes}`,
  );
  expect(broken).toEqual([]);
  expect(proxies).toHaveLength(26);
  expect(paths).toHaveLength(13);
  expect(bytes).toBeGreaterThan(20_000_000);
});

test('the demo says the same of every proxy, but for the one that stands still there', async () => {
  const unlike: string[] = [];
  let equal = 0;
  for (const proxy of proxies) {
    for (const path of paths) {
      const demo = await recording.envoy?.admin(proxy, { path });
      const live = await envoy.admin(proxy, { path });
      if (demo !== undefined && differences(parsed(demo), parsed(live)).length === 0) equal += 1;
      else unlike.push(`${proxy.pod.split('-')[0]} ${path}`);
    }
  }
  console.info(`equal ${equal}, unlike ${unlike.join()}`);
  expect(unlike).toEqual(['checkout config_dump', 'checkout clusters']);
});

const endpoints = Object.keys(istiodEndpoints).filter(
  (name): name is IstiodEndpoint => name in istiodEndpoints,
);

test('every answer of istiod comes as it was recorded, byte for byte', async () => {
  const broken: string[] = [];
  const count = { whole: 0, perProxy: 0 };
  for (const endpoint of endpoints) {
    const { isPerProxy } = istiodEndpoints[endpoint];
    for (const { namespace, pod } of isPerProxy ? proxies : [{ namespace: '', pod: '' }]) {
      const parameters = isPerProxy ? { parameters: { proxyID: `${pod}.${namespace}` } } : {};
      const [answer] = await istiod.ask({ endpoint, ...parameters });
      const file = isPerProxy
        ? recordedFile('istiod', endpoint, `${namespace}.${pod}.json`)
        : recordedFile('istiod', `${endpoint}.${/version|metrics/.test(endpoint) ? 'txt' : 'json'}`);
      if (answer?.body === undefined || !file.equals(answer.body)) broken.push(`${endpoint} ${pod}`);
      count[isPerProxy ? 'perProxy' : 'whole'] += 1;
    }
  }
  console.info(count);
  expect(broken).toEqual([]);
  expect(count).toEqual({ whole: 15, perProxy: 104 });
});

test('a proxy that istiod does not know, and an endpoint that it does not have, are told apart', async () => {
  const unknown = await istiod.ask({ endpoint: 'sidecarz', parameters: { proxyID: 'nobody.shop' } });
  expect(unknown.map(({ failure }) => failure)).toEqual([
    { code: 'not_connected', message: 'knows no proxy nobody.shop; it is not connected to this replica.' },
  ]);
});

test('the status names the replica, its version and its revision', async () => {
  const { data } = await loadStatus(
    {},
    {
      sources: { ...recording, objects: kubernetes, istiod, envoy },
      nowSeconds: 0,
      signal: new AbortController().signal,
      version: '0',
    },
  );
  expect(data.sources.filter(({ id }) => id === 'istiod' || id === 'proxies')).toEqual([
    {
      id: 'istiod',
      state: 'ok',
      address: 'istio-system/istiod-nzq5g7tk5w-9wgnl:15014, by port-forward',
      details: ['istiod-nzq5g7tk5w-9wgnl (revision default): 1.31-dev-unknown-Clean'],
    },
    { id: 'proxies', state: 'ok', address: 'pods, by port-forward' },
  ]);
});
