import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { checkout, type ForwardedProxy, startForwardedProxy } from '#tests/support/forwarded-proxy.ts';
import { findFreePort } from '#tests/support/free-port.ts';
import { writeKubeconfig } from '#tests/support/kubeapi.ts';
import { startServer } from '#tests/support/local-server.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const question = { path: 'clusters' } as const;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

let fixture: ForwardedProxy;
beforeAll(async () => {
  fixture = await startForwardedProxy();
});
afterAll(() => fixture.stop());
afterEach(() => {
  expect(fixture.unhandled).toEqual([]);
});

describe('the Kubernetes API', () => {
  test('that goes away in the middle of an answer ends the question at once', async () => {
    const port = await findFreePort();
    const own = await fixture.startApi(port);
    const other = createKubernetes({ kubeconfigPath: own.kubeconfig });
    await other.snapshot();
    fixture.setRespond(
      (response) => void response.writeHead(200, { 'content-length': 1000 }).write('{"half":'),
    );
    const asked = fixture.server.received.length;
    const source = fixture.createSource({ forwardPort: other.forwardPort, objects: other });
    const answer = source.admin(checkout, question);
    answer.catch(() => undefined);
    await waitUntil(() => fixture.server.received.length > asked, {
      what: 'the proxy was asked',
      withinMs: 3_000,
    });
    await own.stop();
    await expect(answer).rejects.toMatchObject({
      code: 'source_unreachable',
      message: expect.stringMatching(/could not be reached for a port-forward to pod shop\/checkout/),
    });
    const again = await fixture.startApi(port);
    fixture.setRespond((response) => void response.end('{"healed":true}'));
    expect(text(await source.admin(checkout, question))).toBe('{"healed":true}');
    await other.stop();
    await again.stop();
  });

  const pod = 'pod shop/checkout-99n5fqdxdr-m2n4z';
  const said = (message: string) => JSON.stringify({ kind: 'Status', message });
  const refusals: [number, string, { code: string; message: string }][] = [
    [
      401,
      said('Unauthorized'),
      {
        code: 'source_failed',
        message:
          "The Kubernetes API does not take Vigla's credentials any more: Unauthorized. Renew them to read proxies.",
      },
    ],
    [
      403,
      said('pods "checkout" is forbidden: no'),
      {
        code: 'forbidden',
        message:
          'Vigla may not forward ports in the namespace shop: pods "checkout" is forbidden: no. Grant its account the verbs get and create on pods/portforward there.',
      },
    ],
    [
      404,
      said('pods "checkout" not found'),
      {
        code: 'not_found',
        message: `P${pod.slice(1)} is gone: it was deleted, or replaced by a pod with another name.`,
      },
    ],
    [
      400,
      said('pod checkout does not have a host assigned'),
      {
        code: 'not_found',
        message: `P${pod.slice(1)} has nothing to forward to: pod checkout does not have a host assigned.`,
      },
    ],
    [
      400,
      said('Upgrade request required'),
      {
        code: 'source_failed',
        message: `The port-forward to ${pod} needs a WebSocket, and the way to the Kubernetes API does not take one: Upgrade request required. Check the proxies in between.`,
      },
    ],
    [
      429,
      said('too many requests'),
      {
        code: 'source_unreachable',
        message:
          'The Kubernetes API refuses more requests for the moment: too many requests. Ask again a little later.',
      },
    ],
    [
      500,
      said('error dialing backend: i/o timeout'),
      {
        code: 'source_unreachable',
        message: `The node of ${pod} does not take a port-forward: error dialing backend: i/o timeout.`,
      },
    ],
    [
      200,
      '<html>Sign in</html>',
      {
        code: 'source_failed',
        message: `The port-forward to ${pod} needs a WebSocket, and the way to the Kubernetes API does not take one: status 200. Check the proxies in between.`,
      },
    ],
  ];

  async function forwardedThrough(url: string) {
    const broken = createKubernetes({ kubeconfigPath: writeKubeconfig(url), timing: { answerMs: 300 } });
    const source = fixture.createSource({ forwardPort: broken.forwardPort });
    return source.admin(checkout, question).finally(() => broken.stop());
  }

  test.each(refusals)('that refuses the stream with %i %s is told apart', async (status, body, failure) => {
    const server = await startServer((response) => void response.writeHead(status).end(body));
    await expect(forwardedThrough(server.url)).rejects.toMatchObject(failure);
    await server.stop();
  });

  test('that takes the connection and never opens the stream', async () => {
    const silent = await startServer(() => undefined);
    await expect(forwardedThrough(silent.url)).rejects.toMatchObject({
      code: 'source_timeout',
      message: `The Kubernetes API did not open a port-forward to ${pod} within 0.3 s. Check the load of the API server and of the pod's node.`,
    });
    await waitUntil(async () => (await silent.open()) === 0, { what: 'it is left', withinMs: 3_000 });
    await silent.stop();
  });

  test('that is not there', async () => {
    await expect(forwardedThrough(`http://127.0.0.1:${await findFreePort()}`)).rejects.toMatchObject({
      code: 'source_unreachable',
      message: `The Kubernetes API could not be reached for a port-forward to ${pod}: the connection was refused. Check that the cluster runs and that KUBECONFIG leads to it.`,
    });
  });
});
