import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { EnvoySource } from '#server/sources/interface.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type LocalServer, startServer } from '#tests/support/local-server.ts';
import { forwardFlags } from '#tests/support/pod-ports.ts';
import { sharedFolder } from '#tests/support/shared-folder.ts';

const ambient = join(sharedFolder, 'recordings', 'ambient');
const ztunnel = { namespace: 'istio-system', pod: 'ztunnel-x7k2p' };
const recorded = (file: string) => readFileSync(join(ambient, 'ztunnel', file));
const paths: Record<string, () => Buffer> = {
  'GET /config_dump': () => recorded('config_dump.json'),
  'POST /logging': () => recorded('logging.txt'),
  'GET /stats/prometheus': () => recorded('metrics.txt'),
};

let server: LocalServer;
let api: Kubeapi;
let kubernetes: ReturnType<typeof createKubernetes>;
let envoy: EnvoySource;

beforeAll(async () => {
  server = await startServer((response, { method, path }) => {
    const answer = paths[`${method} ${path}`];
    if (answer === undefined) response.writeHead(404).end();
    else response.end(answer());
  });
  const { host } = new URL(server.url);
  const name = `${ztunnel.namespace}/${ztunnel.pod}`;
  api = await startKubeapi({
    load: [join(ambient, 'kubernetes')],
    flags: forwardFlags({ [`${name}:15000`]: host, [`${name}:15020`]: host }),
  });
  kubernetes = createKubernetes({ kubeconfigPath: api.kubeconfig });
  const { forwardPort } = kubernetes;
  envoy = createEnvoy({
    forwardPort,
    objects: kubernetes,
    timeoutMs: 5_000,
    limitBytes: 64_000_000,
    isWritable: true,
  });
});
afterAll(async () => {
  await kubernetes.stop();
  await api.stop();
  await server.stop();
});

test('a ztunnel gives its own dump, its levels and its metrics as they were recorded', async () => {
  const dump = await envoy.admin(ztunnel, { path: 'config_dump' });
  expect(recorded('config_dump.json').equals(dump)).toBe(true);
  expect(recorded('logging.txt').equals(await envoy.admin(ztunnel, { path: 'logging' }))).toBe(true);
  const metrics = await envoy.admin(ztunnel, { path: 'agent/stats/prometheus' });
  expect(recorded('metrics.txt').equals(metrics)).toBe(true);
});

test('what only Envoy has is not found', async () => {
  await expect(envoy.admin(ztunnel, { path: 'clusters' })).rejects.toMatchObject({
    code: 'not_found',
    message: 'The proxy of pod istio-system/ztunnel-x7k2p has no /clusters: status 404.',
  });
});

test('a level is set in the words of a ztunnel', async () => {
  const change = { logger: 'ztunnel::proxy', level: 'debug' };
  expect(recorded('logging.txt').equals((await envoy.setLogLevel?.(ztunnel, change)) ?? Buffer.of())).toBe(
    true,
  );
  expect(server.received.at(-1)).toMatchObject({ method: 'POST', path: '/logging' });
  expect(server.received.at(-1)?.form.get('level')).toBe('ztunnel::proxy:debug');
});
