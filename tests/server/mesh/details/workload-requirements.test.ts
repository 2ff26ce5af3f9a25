import { expect, test } from 'vitest';
import {
  app,
  bare,
  gateway,
  gatewayLabels,
  ofWorkload,
  owned,
  pod,
  port,
  proxy,
  type RequirementCase,
  service,
  sidecar,
  withContainers,
} from '#tests/support/requirement-subjects.ts';

test.each<RequirementCase>([
  ['injection', 'ok', /runs the proxy/, [pod()]],
  ['injection', 'warning', /no sidecar/, [bare]],
  ['injection', 'failed', /1 of 2 pods/, [pod(), pod({ name: 'b', spec: { containers: [app] } })]],
  ['injection', 'ok', /gateway/, [gateway]],
  [
    'injection',
    'notApplicable',
    /control plane/,
    [pod({ labels: { app: 'istiod' }, spec: { containers: [app] } })],
  ],
  ['redirection', 'ok', /istio-init sets/, [pod()]],
  [
    'redirection',
    'ok',
    /CNI/,
    [pod({ spec: { ...sidecar, initContainers: [{ name: 'istio-validation' }] } })],
  ],
  [
    'redirection',
    'failed',
    /passes by the mesh/,
    [pod({ spec: { ...sidecar, initContainers: [{ name: 'istio-init' }] } })],
  ],
  ['redirection', 'failed', /passes by the mesh/, [pod({ spec: { containers: [app, proxy] } })]],
  [
    'redirection',
    'warning',
    /switched off/,
    [pod({ annotations: { 'sidecar.istio.io/interceptionMode': 'NONE' } })],
  ],
  ['redirection', 'notApplicable', /sidecar/, [bare]],
  ['app-label', 'ok', /label app=web says/, [pod()]],
  [
    'app-label',
    'ok',
    /label app.kubernetes.io\/name=shop says/,
    [pod({ labels: { 'app.kubernetes.io/name': 'shop' } })],
  ],
  [
    'app-label',
    'ok',
    /canonical-name=shop says/,
    [pod({ labels: { 'service.istio.io/canonical-name': 'shop' } })],
  ],
  [
    'app-label',
    'warning',
    /calls it by the workload's name, web/,
    [pod({ labels: { 'service.istio.io/canonical-name': 'web' } })],
  ],
  ['app-label', 'notApplicable', /Istio deployed/, [pod({ labels: gatewayLabels })]],
  ['version-label', 'ok', /version=v1/, [pod()]],
  [
    'version-label',
    'warning',
    /calls it latest/,
    [pod({ labels: { app: 'web', 'service.istio.io/canonical-revision': 'latest' } })],
  ],
  ['service-membership', 'ok', /Service web of namespace shop selects/, [pod(), service()]],
  ['service-membership', 'warning', /No Service selects/, [pod()]],
  ['service-membership', 'notApplicable', /runs to its end/, [owned('CronJob')]],
  [
    'port-conflicts',
    'ok',
    /No two Services/,
    [pod(), service(), service([port({ name: 'grpc' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'failed',
    /take port 8080 of the pods for different/,
    [pod(), service(), service([port({ name: 'tcp' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'failed',
    /port 8080/,
    [pod(), service([port({ targetPort: 'web' })]), service([port({ name: 'any' })], {}, 'too')],
  ],
  [
    'port-conflicts',
    'ok',
    /No two/,
    [pod(), service(), service([port({ name: 'dns', protocol: 'UDP' })], {}, 'too')],
  ],
  ['port-conflicts', 'notApplicable', /No Service/, [pod()]],
  ['reserved-ports', 'ok', /15000, 15001/, [pod(), service()]],
  [
    'reserved-ports',
    'failed',
    /Port 15006/,
    [withContainers({ name: 'app', ports: [{ containerPort: 15006 }] })],
  ],
  ['reserved-ports', 'failed', /Port 15090/, [pod(), service([port({ targetPort: 15090 })])]],
  ['reserved-ports', 'ok', /None/, [pod(), service([port({ port: 15090, targetPort: 8080 })])]],
  ['reserved-ports', 'notApplicable', /sidecar/, [bare]],
  ['uid-1337', 'ok', /None of its own/, [pod()]],
  [
    'uid-1337',
    'failed',
    /user 1337/,
    [withContainers({ name: 'app', securityContext: { runAsUser: 1337 } })],
  ],
  ['uid-1337', 'failed', /user 1337/, [pod({ spec: { ...sidecar, securityContext: { runAsUser: 1337 } } })]],
  [
    'uid-1337',
    'ok',
    /None/,
    [
      pod({
        spec: {
          ...sidecar,
          containers: [{ ...app, securityContext: { runAsUser: 7 } }, proxy],
          securityContext: { runAsUser: 1337 },
        },
      }),
    ],
  ],
])('of a workload, %s is %s: %s', (id, state, words, manifests) => {
  const requirement = ofWorkload(manifests, id);
  expect(requirement?.state).toBe(state);
  expect(requirement?.why.text).toMatch(words);
  if (state === 'failed' || state === 'warning') {
    expect(requirement?.why.evidence.length).toBeGreaterThan(0);
    expect(requirement?.pods.length).toBeGreaterThan(0);
  }
});

test('only the pods that do not meet a requirement are named', () => {
  const bad = withContainers({ name: 'app', securityContext: { runAsUser: 1337 } });
  expect(ofWorkload([pod(), { ...bad, name: 'b' }], 'uid-1337')?.pods).toEqual(['b']);
});

test('what could not be read is unknown, not wrong', () => {
  expect(ofWorkload([pod()], 'service-membership', ['Service'])?.state).toBe('unknown');
  expect(ofWorkload([pod()], 'port-conflicts', ['Service'])?.state).toBe('unknown');
});
