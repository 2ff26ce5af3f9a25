import { expect, test } from 'vitest';
import { noObjects } from '#server/mesh/mesh-objects.ts';
import { explainNack } from '#server/mesh/proxy/drift/nack/explain-nack.ts';
import type { NackFacts } from '#server/mesh/proxy/drift/nack/nack-reason.ts';
import { parseNack } from '#server/mesh/proxy/drift/nack/parse-nack.ts';

const facts: NackFacts = {
  proxy: {
    cluster: 'Kubernetes',
    namespace: 'shop',
    pod: 'web-1',
    type: 'sidecar',
    object: undefined,
    owner: undefined,
    sync: undefined,
    connection: undefined,
  },
  mesh: {
    objects: noObjects,
    unread: [],
    rootNamespace: 'istio-system',
    cluster: 'Kubernetes',
    expectedEndpoints: () => undefined,
  },
};

test.each<[string, { name: string; reason: string }[]]>([
  [
    "Error adding/updating listener(s) 0.0.0.0_80: unknown cluster 'a: b'\nvirtualInbound: other\n",
    [
      { name: '0.0.0.0_80', reason: "unknown cluster 'a: b'" },
      { name: 'virtualInbound', reason: 'other' },
    ],
  ],
  [
    'Error adding/updating cluster(s) outbound|80||a.b: bad value, outbound|81||a.b: worse',
    [
      { name: 'outbound|80||a.b', reason: 'bad value' },
      { name: 'outbound|81||a.b', reason: 'worse' },
    ],
  ],
  [
    'Only unique values for domains are permitted',
    [{ name: '', reason: 'Only unique values for domains are permitted' }],
  ],
  ['', [{ name: '', reason: '' }]],
])('%j', (text, refused) => {
  expect(parseNack(text).refused).toEqual(refused);
});

test.each<[string, RegExp]>([
  [
    "0.0.0.0_80: envoy.tracers.zipkin: unknown cluster 'outbound|9411||zipkin.tracing.svc.cluster.local'",
    /spans are to be sent to zipkin\.tracing\.svc\.cluster\.local port 9411 \(zipkin\)/,
  ],
  [
    "x: route: unknown cluster 'outbound|80||gone.shop.svc'",
    /they name the cluster outbound\|80\|\|gone\.shop\.svc/,
  ],
  [
    "x: unable to open file '/dev/stdout': Permission denied",
    /access log \/dev\/stdout cannot be opened \(Permission denied\)/,
  ],
  ["x: cannot bind '0.0.0.0:80': Permission denied", /0\.0\.0\.0/],
  [
    'Only unique values for domains are permitted. Duplicate entry of domain web.shop',
    /claim the domain web\.shop/,
  ],
  [
    "x: Didn't find a registered implementation for 'envoy.filters.http.new' with type URL: 'a.B'",
    /envoy\.filters\.http\.new a\.B/,
  ],
  ['x: Proto constraint validation failed (Cluster.Name)', /a value that Envoy does not accept/],
  ['x: Failed to load incomplete private key from path', /cannot be used/],
  ['x: Invalid regex: no argument for repetition operator: *', /not RE2's/],
  ['x: something that nobody has seen', /something that nobody has seen/],
])('%s', (reason, says) => {
  const story = explainNack(parseNack(`Error adding/updating listener(s) ${reason}`), facts);
  expect(story.text).toMatch(says);
  expect(story.fix).not.toBe('');
});
