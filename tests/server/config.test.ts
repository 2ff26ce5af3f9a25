import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';

const cluster = { PROMETHEUS_URL: 'http://127.0.0.1:9090' };

test('a cluster needs nothing: what is not named is looked for there', () => {
  expect(readConfig({})).toMatchObject({ VIGLA_MODE: 'cluster', PROMETHEUS_TIMEOUT: 20_000 });
});

test('the demo needs nothing', () => {
  expect(readConfig({ VIGLA_MODE: 'demo' }).VIGLA_MODE).toBe('demo');
});

test('nothing is written, and answers of proxies are read up to a size, unless the environment says so', () => {
  const { VIGLA_WRITES, VIGLA_ANSWER_LIMIT_MB, ISTIOD_TIMEOUT, PROXY_TIMEOUT } = readConfig(cluster);
  expect([VIGLA_WRITES, VIGLA_ANSWER_LIMIT_MB, ISTIOD_TIMEOUT, PROXY_TIMEOUT]).toEqual([
    'false',
    64,
    10_000,
    20_000,
  ]);
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ ...cluster, KUBECONFIG: '' }).KUBECONFIG).toBeUndefined();
});

test.each([
  [{ PROMETHEUS_URL: 'ftp://metrics' }, /PROMETHEUS_URL: must be an http or https address/],
  [{ ...cluster, PROMETHEUS_TIMEOUT: 'soon' }, /PROMETHEUS_TIMEOUT: "soon" is not a duration/],
  [{ ...cluster, PROMETHEUS_HEADERS: 'no colon' }, /PROMETHEUS_HEADERS: must be headers/],
  [
    { ...cluster, PROMETHEUS_EXTRA_MATCHERS: 'cluster=east' },
    /PROMETHEUS_EXTRA_MATCHERS: must be label matchers/,
  ],
  [{ VIGLA_MODE: 'demos' }, /VIGLA_MODE/],
  [{ ...cluster, TRACING_URL: 'jaeger' }, /TRACING_URL: must be an http or https address/],
  [{ ...cluster, TRACING_PROVIDER: 'zipkin' }, /TRACING_PROVIDER/],
  [{ ...cluster, VIGLA_WRITES: 'yes' }, /VIGLA_WRITES/],
  [{ ...cluster, VIGLA_ANSWER_LIMIT_MB: '64MB' }, /VIGLA_ANSWER_LIMIT_MB/],
  [{ ...cluster, VIGLA_ANSWER_LIMIT_MB: '0' }, /VIGLA_ANSWER_LIMIT_MB/],
  [{ ...cluster, PROXY_TIMEOUT: '0s' }, /PROXY_TIMEOUT: "0s" is not a duration/],
])('%o is refused with the name of the variable', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(words);
});

test('headers and matchers are read into pairs', () => {
  const config = readConfig({
    ...cluster,
    PROMETHEUS_HEADERS: 'X-Scope-OrgID: shop; X-Other: a:b',
    PROMETHEUS_EXTRA_MATCHERS: 'cluster="east",tenant=~"a|\\"b\\""',
  });
  expect(config.PROMETHEUS_HEADERS).toEqual({ 'X-Scope-OrgID': 'shop', 'X-Other': 'a:b' });
  expect(config.PROMETHEUS_EXTRA_MATCHERS).toEqual([
    { label: 'cluster', is: '=', value: 'east' },
    { label: 'tenant', is: '=~', value: 'a|"b"' },
  ]);
});

test('the settings of a trace store are like those of Prometheus, and its links may hold a place for the id', () => {
  const config = readConfig({
    ...cluster,
    TRACING_URL: 'http://tempo:3200',
    TRACING_HEADERS: 'X-Scope-OrgID: shop',
    TRACING_EXTERNAL_URL: 'https://grafana.example/explore?q={traceId}',
  });
  expect(config).toMatchObject({
    TRACING_PROVIDER: 'auto',
    TRACING_HEADERS: { 'X-Scope-OrgID': 'shop' },
    TRACING_EXTERNAL_URL: 'https://grafana.example/explore?q={traceId}',
  });
});

test.each([
  ['not json', /VIGLA_HEALTH_TOLERANCES: must be JSON/],
  ['[{"p95Ms": {"degradedFrom": "slow"}}]', /VIGLA_HEALTH_TOLERANCES: 0.p95Ms.degradedFrom/],
  ['[{"rates": [{"code": "(", "degradedPercent": 1, "failingPercent": 2}]}]', /is not a regular expression/],
  ['[{"colour": "red"}]', /VIGLA_HEALTH_TOLERANCES: .*colour/],
])('tolerances %s are refused with the place that is wrong', (text, words) => {
  expect(() => readConfig({ ...cluster, VIGLA_HEALTH_TOLERANCES: text })).toThrow(words);
});

test('tolerances are read with whom they are for', () => {
  const text = '[{"namespace": "shop-*", "minimumRequests": 10}]';
  expect(readConfig({ ...cluster, VIGLA_HEALTH_TOLERANCES: text }).VIGLA_HEALTH_TOLERANCES).toEqual([
    { namespace: 'shop-*', name: '*', minimumRequests: 10 },
  ]);
  expect(readConfig(cluster).VIGLA_HEALTH_TOLERANCES).toEqual([]);
});

test.each([
  ['workload=Our workloads; ztunnel=a1b2c3;', { workload: 'Our workloads', ztunnel: 'a1b2c3' }],
  ['controlPlane = istiod = all ', { controlPlane: 'istiod = all' }],
  ['', {}],
])('dashboards %j are read by what they show', (text, chosen) => {
  expect(readConfig({ ...cluster, GRAFANA_DASHBOARDS: text }).GRAFANA_DASHBOARDS).toEqual(chosen);
});

test.each([
  ['pods=Our pods', /GRAFANA_DASHBOARDS: must be dashboards .* the kinds are workload, service/],
  ['workload', /GRAFANA_DASHBOARDS: must be dashboards/],
  ['workload=', /GRAFANA_DASHBOARDS: must be dashboards/],
])('dashboards %j are refused with the kinds that there are', (text, words) => {
  expect(() => readConfig({ ...cluster, GRAFANA_DASHBOARDS: text })).toThrow(words);
});

test.each(['javascript:alert(1)', 'grafana.example', 'ftp://grafana.example'])(
  'an address for links that is %s is refused',
  (url) => {
    expect(() => readConfig({ ...cluster, GRAFANA_EXTERNAL_URL: url })).toThrow(
      /GRAFANA_EXTERNAL_URL: must be an http or https address/,
    );
  },
);
