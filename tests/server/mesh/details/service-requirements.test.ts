import { expect, test } from 'vitest';
import {
  address,
  bare,
  gateway,
  ofService,
  pod,
  port,
  type RequirementCase,
  service,
  slice,
} from '#tests/support/requirement-subjects.ts';

const ready = slice([address(true)]);
test.each<RequirementCase>([
  ['port-protocols', 'ok', /every port/, [service()]],
  ['port-protocols', 'warning', /guess the protocol of port 80/, [service([port({ name: 'web' })])]],
  [
    'port-protocols',
    'warning',
    /port 81/,
    [service([port(), port({ port: 81, name: 'http', appProtocol: 'own' })])],
  ],
  ['port-protocols', 'notApplicable', /no ports/, [service([])]],
  ['port-protocols', 'notApplicable', /Gateway objects/, [gateway, service([port({ name: 'web' })])]],
  ['port-conflicts', 'ok', /No two/, [pod(), service()]],
  [
    'port-conflicts',
    'failed',
    /shop\/web and shop\/too/,
    [pod(), service(), service([port({ name: 'tcp' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'ok',
    /No other/,
    [
      pod(),
      service([port({ port: 90, targetPort: 9090 })]),
      service([port({ name: 'tcp' })], {}, 'too'),
      service([port()], {}, 'three'),
    ],
  ],
  ['port-conflicts', 'notApplicable', /No workload/, [service()]],
  ['reserved-ports', 'failed', /Port 80 leads to a port of/, [pod(), service([port({ targetPort: 15001 })])]],
  ['reserved-ports', 'ok', /None/, [pod(), service()]],
  ['reserved-ports', 'notApplicable', /sidecar/, [bare, service([port({ targetPort: 15001 })])]],
  ['target-ports', 'ok', /some container/, [pod(), service([port({ targetPort: 'web' })])]],
  [
    'target-ports',
    'failed',
    /No container has a port named admin/,
    [pod(), service([port({ targetPort: 'admin' })])],
  ],
  ['target-ports', 'notApplicable', /name/, [pod(), service()]],
  ['endpoints', 'ok', /1 of 1/, [pod(), service(), ready]],
  [
    'endpoints',
    'warning',
    /1 of 2/,
    [pod(), service(), slice([address(true), { ...address(false), addresses: ['10.0.0.2'] }])],
  ],
  ['endpoints', 'failed', /None of its endpoints is ready/, [pod(), service(), slice([address(false)])]],
  ['endpoints', 'failed', /No pod has the labels app=web/, [service()]],
  ['endpoints', 'notApplicable', /by hand/, [service([port()], { selector: {} })]],
  [
    'endpoints',
    'notApplicable',
    /ExternalName/,
    [service([], { type: 'ExternalName', externalName: 'a.example.com' })],
  ],
  ['headless', 'ok', /not ready are in neither/, [service([port()], { clusterIP: 'None' })]],
  [
    'headless',
    'warning',
    /handed out too/,
    [service([port()], { clusterIP: 'None', publishNotReadyAddresses: true })],
  ],
  ['headless', 'notApplicable', /not headless/, [service()]],
])('of a Service, %s is %s: %s', (id, state, words, manifests) => {
  const requirement = ofService(manifests, id);
  expect(requirement?.state).toBe(state);
  expect(requirement?.why.text).toMatch(words);
  if (state === 'failed' || state === 'warning') expect(requirement?.why.evidence.length).toBeGreaterThan(0);
});
test('what could not be read is unknown, not wrong', () => {
  expect(ofService([pod(), service()], 'endpoints', ['EndpointSlice'])?.state).toBe('unknown');
});
