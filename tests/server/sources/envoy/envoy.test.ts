import { describe, expect, test } from 'vitest';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { answeringPorts } from '#tests/support/answering-stream.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const name = { namespace: 'shop', pod: 'checkout' };
const proxyContainer = { name: 'istio-proxy' };

function pod({ spec = {}, status = {}, ...rest }: { [field: string]: unknown } = {}): Manifest {
  return {
    kind: 'Pod',
    name: 'checkout',
    namespace: 'shop',
    ...rest,
    spec: { containers: [proxyContainer], ...Object(spec) },
    status: { phase: 'Running', ...Object(status) },
  };
}

function sourceOf(
  pods: readonly Manifest[],
  {
    answer,
    isWritable = true,
    unread = [],
  }: {
    answer?: Parameters<typeof answeringPorts>[0];
    isWritable?: boolean;
    unread?: ObjectsSnapshot['unread'];
  } = {},
) {
  const { forwardPort, sent } = answeringPorts(answer);
  const objects = { snapshot: async () => ({ ...objectsSnapshot(pods), unread }) };
  return {
    sent,
    source: createEnvoy({ forwardPort, objects, timeoutMs: 5_000, limitBytes: 1_000, isWritable }),
  };
}

const isWaiting = (reason: string) => [{ name: 'istio-proxy', state: { waiting: { reason } } }];
const refusals: [string, Manifest[], string][] = [
  ['that is gone', [], 'There is no pod shop/checkout.'],
  ['without a proxy', [pod({ spec: { containers: [{ name: 'app' }] } })], 'Pod shop/checkout has no proxy.'],
  [
    'of agentgateway',
    [pod({ spec: { containers: [{ name: 'agentgateway' }] } })],
    "Pod shop/checkout runs agentgateway, which has no administration like Envoy's.",
  ],
  [
    'with the image of agentgateway',
    [pod({ spec: { containers: [{ name: 'istio-proxy', image: 'cr.example/agentgateway:1.2' }] } })],
    "Pod shop/checkout runs agentgateway, which has no administration like Envoy's.",
  ],
  [
    'that waits for its node',
    [pod({ status: { phase: 'Pending' } })],
    'The proxy of pod shop/checkout does not run (Pending), so it cannot be asked.',
  ],
  [
    'that has ended',
    [pod({ status: { phase: 'Succeeded' } })],
    'The proxy of pod shop/checkout does not run (Succeeded), so it cannot be asked.',
  ],
  [
    'whose proxy crashes',
    [pod({ status: { containerStatuses: isWaiting('CrashLoopBackOff') } })],
    'The proxy of pod shop/checkout does not run (CrashLoopBackOff), so it cannot be asked.',
  ],
];

test.each(refusals)(
  'a pod %s is refused with a sentence, and nothing is opened',
  async (_, pods, message) => {
    const { source, sent } = sourceOf(pods);
    await expect(source.admin(name, { path: 'certs' })).rejects.toMatchObject({ code: 'not_found', message });
    expect(sent).toEqual([]);
  },
);

test('where pods cannot be read, that is what is said', async () => {
  const { source } = sourceOf([], { unread: [{ kind: 'Pod', reason: 'pods is forbidden' }] });
  await expect(source.admin(name, { path: 'certs' })).rejects.toMatchObject({
    code: 'source_unreachable',
    message: 'Pods could not be read: pods is forbidden.',
  });
});

test('a proxy that is an init container is asked while its pod still starts', async () => {
  const starting = pod({
    spec: { containers: [{ name: 'app' }], initContainers: [proxyContainer] },
    status: { phase: 'Pending', initContainerStatuses: [{ name: 'istio-proxy', state: { running: {} } }] },
  });
  const { source, sent } = sourceOf([starting]);
  await source.admin(name, { path: 'init_dump' });
  expect(sent.map(({ line }) => line)).toEqual(['GET /init_dump HTTP/1.1']);
});

const config = (text: string) => ({ annotations: { 'proxy.istio.io/config': text } });
const given = (value: string) => ({
  spec: { containers: [{ name: 'istio-proxy', env: [{ name: 'PROXY_CONFIG', value }] }] },
});
test.each<[string, Parameters<typeof pod>[0], number, number]>([
  ['nothing', {}, 15000, 15020],
  ['its ProxyConfig', given('{"proxyAdminPort":15500,"statusPort":15520}'), 15500, 15520],
  ['its annotation', config('proxyAdminPort: 15500\nstatusPort: 15520'), 15500, 15520],
  [
    'its ProxyConfig before its annotation',
    { ...given('{"proxyAdminPort":1}'), ...config('proxyAdminPort: 2') },
    1,
    15020,
  ],
  ['the annotation of the port', { annotations: { 'status.sidecar.istio.io/port': '15521' } }, 15000, 15521],
  ['a ProxyConfig of another shape', given('{"proxyAdminPort":"all","statusPort":15520}'), 15000, 15520],
  ['a ProxyConfig that is no YAML', given('{"proxy'), 15000, 15020],
  ['a port that is none', { annotations: { 'status.sidecar.istio.io/port': '0' } }, 15000, 15020],
])('with %s the proxy is asked on its ports', async (_, fields, admin, agent) => {
  const { source, sent } = sourceOf([pod(fields)]);
  await source.admin(name, { path: 'stats' });
  await source.admin(name, { path: 'agent/stats/prometheus' });
  expect(sent.map(({ port, line }) => [port, line])).toEqual([
    [admin, 'GET /stats HTTP/1.1'],
    [agent, 'GET /stats/prometheus HTTP/1.1'],
  ]);
});

describe('on the network of the node', () => {
  const onNode = pod({ spec: { hostNetwork: true } });
  const saying = (id: string) => ({
    answer: ({ line }: { line: string }) =>
      line.includes('server_info') ? JSON.stringify({ node: { id } }) : '{}',
  });

  test('a proxy is asked who it is first', async () => {
    const { source, sent } = sourceOf(
      [onNode],
      saying('router~10.0.0.1~checkout.shop~shop.svc.cluster.local'),
    );
    await source.admin(name, { path: 'certs' });
    expect(sent.map(({ line }) => line)).toEqual(['GET /server_info HTTP/1.1', 'GET /certs HTTP/1.1']);
  });

  test('the answers of another proxy on the same port are not taken for its own', async () => {
    const { source, sent } = sourceOf([onNode], saying('router~10.0.0.1~other.shop~shop.svc.cluster.local'));
    const words = {
      code: 'source_failed',
      message: expect.stringContaining('there the proxy of other.shop answers on the same port'),
    };
    await expect(source.admin(name, { path: 'certs' })).rejects.toMatchObject(words);
    await expect(source.setLogLevel?.(name, { level: 'debug' })).rejects.toMatchObject(words);
    expect(sent.map(({ line }) => line)).toEqual(['GET /server_info HTTP/1.1', 'GET /server_info HTTP/1.1']);
  });

  test('an Envoy that does not say who it is is believed', async () => {
    const { source, sent } = sourceOf([onNode], { answer: () => 'no JSON' });
    await source.admin(name, { path: 'certs' });
    expect(sent).toHaveLength(2);
  });
});

describe('log levels', () => {
  const ztunnel = pod({ labels: { app: 'ztunnel' } });

  test('cannot be set without writes on', () => {
    expect(sourceOf([pod()], { isWritable: false }).source.setLogLevel).toBeUndefined();
    expect(sourceOf([pod()]).source.setLogLevel).toBeDefined();
  });

  test.each<[string, Manifest, { logger?: string; level: string }, string]>([
    ['all of Envoy', pod(), { level: 'debug' }, '/logging?level=debug'],
    ['one of Envoy', pod(), { logger: 'rbac', level: 'warning' }, '/logging?rbac=warning'],
    ['all of ztunnel', ztunnel, { level: 'warn' }, '/logging?level=warn'],
    [
      'one of ztunnel',
      ztunnel,
      { logger: 'hickory_server::server', level: 'off' },
      '/logging?level=hickory_server::server:off',
    ],
  ])('are set for %s with one POST, which answers the levels', async (_, one, change, path) => {
    const { source, sent } = sourceOf([one], { answer: () => 'active loggers:' });
    const answer = await source.setLogLevel?.(name, change);
    expect(new TextDecoder().decode(answer)).toBe('active loggers:');
    expect(sent.map(({ line }) => line)).toEqual([`POST ${path} HTTP/1.1`]);
  });

  test.each<[Manifest, { logger?: string; level: string }, string]>([
    [pod(), { level: 'loud' }, 'level'],
    [pod(), { level: 'debug&paths=x' }, 'level'],
    [pod(), { logger: 'level', level: 'debug' }, 'logger'],
    [pod(), { logger: 'paths', level: 'debug' }, 'logger'],
    [pod(), { logger: 'rbac=trace&http', level: 'debug' }, 'logger'],
    [pod(), { logger: '', level: 'debug' }, 'logger'],
    [pod(), { level: 'warn' }, 'level'],
    [ztunnel, { level: 'warning' }, 'level'],
    [ztunnel, { logger: 'reset', level: 'info' }, 'logger'],
    [ztunnel, { logger: 'a::b,c', level: 'info' }, 'logger'],
  ])('%# that are none are refused and nothing is sent', async (one, change, parameter) => {
    const { source, sent } = sourceOf([one]);
    await expect(source.setLogLevel?.(name, change)).rejects.toMatchObject({
      code: 'bad_parameter',
      parameter,
    });
    expect(sent).toEqual([]);
  });
});
