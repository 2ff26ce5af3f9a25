import { expect, test } from 'vitest';
import { streamFailure } from '#server/sources/kubernetes/port-forward-failure.ts';

const to = { namespace: 'shop', pod: 'cart-1', port: 15000 };
const refused =
  'Nothing listens on port 15000 of pod shop/cart-1: its container has not started yet, or uses another port.';

/** What nodes write on the error channel, by runtime. */
const reports: [string, string, string, string | RegExp][] = [
  [
    'containerd',
    'error forwarding port 15000 to pod 0ab1, uid : failed to execute portforward in network namespace "/var/run/netns/cni-1": failed to connect to localhost:15000 inside namespace "0ab1", IPv4: dial tcp4 127.0.0.1:15000: connect: connection refused IPv6 dial tcp6 [::1]:15000: connect: connection refused ',
    'source_unreachable',
    refused,
  ],
  [
    'CRI-O',
    'error forwarding port 15000 to pod 0ab1, uid : exit status 1: 2026/11/21 02:00:00 socat[71] E connect(5, AF=2 127.0.0.1:15000, 16): Connection refused\n',
    'source_unreachable',
    refused,
  ],
  [
    'containerd, of a pod that has just ended',
    'error forwarding port 15000 to pod 0ab1, uid : failed to find sandbox "0ab1" in store: not found',
    'not_found',
    /^Pod shop\/cart-1 does not run any more: error forwarding port .* not found\.$/,
  ],
  [
    'containerd, of a network that is gone',
    'network namespace for sandbox "0ab1" is closed',
    'not_found',
    'Pod shop/cart-1 does not run any more: network namespace for sandbox "0ab1" is closed.',
  ],
  [
    'Docker',
    'error forwarding port 15000 to pod 0ab1, uid : container not running (0ab1)',
    'not_found',
    /does not run any more: .*container not running/,
  ],
  [
    'another',
    'lost connection to pod.',
    'source_unreachable',
    'The node could not forward port 15000 of pod shop/cart-1: lost connection to pod.',
  ],
  ['a talkative one', 'x'.repeat(5_000), 'source_unreachable', /: x{200}…\.$/],
];

test.each(reports)('the words of %s are told apart', (_, said, code, message) => {
  const failure = streamFailure(said, to);
  expect(failure.code).toBe(code);
  if (typeof message === 'string') expect(failure.message).toBe(message);
  else expect(failure.message).toMatch(message);
});
