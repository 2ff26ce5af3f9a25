import { expect, test } from 'vitest';
import { withOtherPod } from '#server/mesh/proxy/drift/diff/with-other-pod.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';

function dumpOf(addresses: string) {
  const config = {
    '@type': 'type.googleapis.com/envoy.admin.v3.BootstrapConfigDump',
    bootstrap: { node: { id: 'sidecar~10.0.0.1~a.shop~x', metadata: { INSTANCE_IPS: addresses } } },
  };
  return openDump(new TextEncoder().encode(JSON.stringify({ configs: [config] })));
}

test.each([
  ['10.0.0.1_80', '(own address)_80'],
  ['10.0.0.12_80', '10.0.0.12_80'],
  ['fd00::1_80', '(own address)_80'],
])('%s is named %s, whatever else a dump takes for addresses', (name, expected) => {
  const left = dumpOf('10.0.0.1,fd00::1,(,(a+)+$');
  expect(withOtherPod({ left, right: dumpOf('10.0.0.2') }).nameOf(name, left)).toBe(expected);
});
