import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { settingsFolder } from '#tests/support/settings-file.ts';

function readYaml(text: string, environment: Record<string, string> = {}) {
  const { VIGLA_CONFIG } = settingsFolder({ 'vigla.yaml': text });
  return readConfig({ ...environment, VIGLA_CONFIG });
}

const prometheus = 'prometheus: { url: "http://127.0.0.1:9090" }';

test('one file has every kind of value', () => {
  const config = readYaml(`
log: { level: warn }
writes: true
answerLimitMb: 8
prometheus:
  url: http://127.0.0.1:9090
  timeout: 5s
  username: 0123
  password: "1e3"
  headers:
    X-Scope-OrgID: shop; and more
    X-Version: 2
  extraMatchers: cluster="east"
health:
  tolerances:
    - { namespace: shop-*, minimumRequests: 10 }
`);
  expect(config).toMatchObject({
    VIGLA_LOG_LEVEL: 'warn',
    VIGLA_WRITES: 'true',
    VIGLA_ANSWER_LIMIT_MB: 8,
    PROMETHEUS_TIMEOUT: 5000,
    PROMETHEUS_USERNAME: '0123',
    PROMETHEUS_PASSWORD: '1e3',
    PROMETHEUS_HEADERS: { 'X-Scope-OrgID': 'shop; and more', 'X-Version': '2' },
    PROMETHEUS_EXTRA_MATCHERS: [{ label: 'cluster', is: '=', value: 'east' }],
    VIGLA_HEALTH_TOLERANCES: [{ namespace: 'shop-*', name: '*', minimumRequests: 10 }],
  });
});

test('the environment wins, an empty variable does not', () => {
  const text = `mode: demo\nmesh: { rootNamespace: istio-east }`;
  expect(readYaml(text, { VIGLA_ROOT_NAMESPACE: 'istio-west' }).VIGLA_ROOT_NAMESPACE).toBe('istio-west');
  expect(readYaml(text, { VIGLA_ROOT_NAMESPACE: '' }).VIGLA_ROOT_NAMESPACE).toBe('istio-east');
});

test.each(['', '# nothing yet', 'mesh:', 'mesh:\n  rootNamespace:', 'mesh: { rootNamespace: "" }'])(
  'what is empty in %j counts as unset',
  (text) => {
    expect(readYaml(text, { VIGLA_MODE: 'demo' }).VIGLA_ROOT_NAMESPACE).toBe('istio-system');
  },
);

test('an anchor is followed', () => {
  const text = 'mode: demo\nprometheus: { timeout: &limit 7s }\ntracing: { timeout: *limit }';
  expect(readYaml(text)).toMatchObject({ PROMETHEUS_TIMEOUT: 7000, TRACING_TIMEOUT: 7000 });
});

test.each([
  [
    'mode: demo\nprometeus: { url: x }',
    /vigla\.yaml:2: prometeus: there is no such key; there are .*prometheus.*tracing/,
  ],
  ['tracing:\n  urls: x', /vigla\.yaml:2: tracing\.urls: there is no such key in tracing; there are .*url/],
  ['prometheus:\n  url: ftp://metrics', /vigla\.yaml:2: prometheus\.url: must be an http or https address/],
  ['mode: demo\nprometheus:\n  timeout: 20', /vigla\.yaml:3: prometheus\.timeout: "20" is not a duration/],
  ['mode: [demo]', /vigla\.yaml:1: mode: /],
  ['mode: demo\nprometheus: 9090', /vigla\.yaml: prometheus: must hold keys/],
  ['- mode', /vigla\.yaml: must hold keys with values/],
  ['mode: demo\nmode: demo', /vigla\.yaml: Map keys must be unique/],
  ['mode: *there', /vigla\.yaml: there is no anchor "there"/],
  ['mode: demo\nhealth: { tolerances: [*there] }', /vigla\.yaml: there is no anchor "there"/],
  ['mode: demo\n---\nmode: demo', /vigla\.yaml: .*multiple documents/],
  [`${prometheus}\nhealth: { tolerances: [{ colour: red }] }`, /:2: health\.tolerances: .*colour/],
  [`${prometheus}\ntracing: { headers: { "X Y": "1" } }`, /:2: tracing\.headers: must be headers/],
  [`${prometheus}\ntracing: { headers: { X: "1\\n2" } }`, /:2: tracing\.headers: must be headers/],
  [`mode: demo\nvigla_mode: demo`, /:2: vigla_mode: there is no such key/],
])('%j is refused with file, line and key', (text, words) => {
  expect(() => readYaml(text)).toThrow(words);
});

test('a broken file is refused without a word of what it holds', () => {
  const { VIGLA_CONFIG } = settingsFolder({ 'vigla.yaml': 'prometheus:\n  bearerToken: "s3cret\n' });
  const start = () => readConfig({ VIGLA_CONFIG });
  expect(start).toThrow(VIGLA_CONFIG);
  expect(start).not.toThrow(/s3cret/);
});

test('a file that is not there is named, with the variable', () => {
  expect(() => readConfig({ VIGLA_CONFIG: '/nowhere/vigla.yaml' })).toThrow(
    /VIGLA_CONFIG: \/nowhere\/vigla\.yaml cannot be read: .*ENOENT/,
  );
});

test('files are relative to the folder of the file that names them, or to where Vigla was started', () => {
  const { folder } = settingsFolder({
    'vigla.yaml': `mode: demo
prometheus: { caFile: ca.pem }
tracing: { caFile: /etc/ca.pem }
kubernetes: { kubeconfig: "east:west" }`,
  });
  const config = readConfig({
    VIGLA_CONFIG: 'vigla.yaml',
    VIGLA_RECORDING: 'recorded',
    VIGLA_STARTED_IN: folder,
  });
  expect(config).toMatchObject({
    PROMETHEUS_CA_FILE: join(folder, 'ca.pem'),
    TRACING_CA_FILE: '/etc/ca.pem',
    KUBECONFIG: `${join(folder, 'east')}:${join(folder, 'west')}`,
    VIGLA_RECORDING: join(folder, 'recorded'),
  });
});
