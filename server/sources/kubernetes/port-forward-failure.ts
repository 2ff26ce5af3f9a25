import { z } from 'zod';
import { type ErrorCode, ViglaError } from '#server/errors.ts';
import type { PodPort } from '#server/sources/observed/pod-port.ts';
import { ApiError, describeFailure } from './api-error.ts';

type Words = { code: ErrorCode; text: string };
type Handshake = { status: number | undefined; words: string };

const errorEvent = z.looseObject({ message: z.string().optional(), error: z.unknown().optional() });

/** What the library says of a handshake that came to nothing: an event with the status only in its words. */
export function readHandshake(error: unknown): Handshake {
  const event = errorEvent.safeParse(error);
  const words = describeFailure(event.success ? (event.data.error ?? event.data.message) : error);
  const [, status] = /Unexpected server response: (\d{3})/.exec(words) ?? [];
  return { status: status === undefined ? undefined : Number(status), words };
}

type Refused = Handshake & { to: PodPort; reason: unknown; limitMs: number };

/** Why no stream to a pod could be opened, and what to do about it. */
export function handshakeFailure({ to, status, words, reason, limitMs }: Refused): ViglaError {
  const said = reason instanceof ApiError && reason.status === status ? reason.message : `status ${status}`;
  const { code, text } =
    status === undefined ? noAnswer(to, words, limitMs) : (byStatus[status] ?? otherStatus)(to, said);
  return new ViglaError(code, text, { cause: reason ?? words });
}

/** What the node says on the error channel, by the words that do not change between its runtimes. */
const reports: readonly { says: RegExp; words(to: PodPort, said: string): Words }[] = [
  {
    says: /connection refused/i,
    words: (to) => ({
      code: 'source_unreachable',
      text: `Nothing listens on port ${to.port} of pod ${nameOf(to)}: its container has not started yet, or uses another port.`,
    }),
  },
  {
    says: /not running|network namespace .*(closed|not found|no such)|sandbox .*not found|not found in pod|no such (pod|container)|pod not found/i,
    words: (to, said) => ({
      code: 'not_found',
      text: `Pod ${nameOf(to)} does not run any more: ${said}.`,
    }),
  },
];

/** A stream that the node gave up, with its words. */
export function streamFailure(said: string, to: PodPort): ViglaError {
  const shortened = excerpt(said);
  const report = reports.find(({ says }) => says.test(said));
  const { code, text } = report?.words(to, shortened) ?? {
    code: 'source_unreachable' as const,
    text: `The node could not forward port ${to.port} of pod ${nameOf(to)}: ${shortened}.`,
  };
  return new ViglaError(code, text, { cause: said });
}

const byStatus: Readonly<Record<number, (to: PodPort, said: string) => Words>> = {
  400: (to, said) =>
    /upgrade/i.test(said)
      ? noWebSockets(to, said)
      : { code: 'not_found', text: `Pod ${nameOf(to)} has nothing to forward to: ${said}.` },
  401: (_, said) => ({
    code: 'source_failed',
    text: `The Kubernetes API does not take Vigla's credentials any more: ${said}. Renew them to read proxies.`,
  }),
  403: ({ namespace }, said) => ({
    code: 'forbidden',
    text: `Vigla may not forward ports in the namespace ${namespace}: ${said}. Grant its account the verbs get and create on pods/portforward there.`,
  }),
  404: (to) => ({
    code: 'not_found',
    text: `Pod ${nameOf(to)} is gone: it was deleted, or replaced by a pod with another name.`,
  }),
  429: (_, said) => ({
    code: 'source_unreachable',
    text: `The Kubernetes API refuses more requests for the moment: ${said}. Ask again a little later.`,
  }),
  500: nodeAway,
  502: nodeAway,
  503: nodeAway,
  504: nodeAway,
};

function otherStatus(to: PodPort, said: string): Words {
  return noWebSockets(to, said);
}

function noWebSockets(to: PodPort, said: string): Words {
  return {
    code: 'source_failed',
    text: `The port-forward to pod ${nameOf(to)} needs a WebSocket, and the way to the Kubernetes API does not take one: ${said}. Check the proxies in between.`,
  };
}

function nodeAway(to: PodPort, said: string): Words {
  return {
    code: 'source_unreachable',
    text: `The node of pod ${nameOf(to)} does not take a port-forward: ${said}.`,
  };
}

function noAnswer(to: PodPort, words: string, limitMs: number): Words {
  if (/timed out/.test(words)) {
    const text = `The Kubernetes API did not open a port-forward to pod ${nameOf(to)} within ${limitMs / 1000} s. Check the load of the API server and of the pod's node.`;
    return { code: 'source_timeout', text };
  }
  const text = `The Kubernetes API could not be reached for a port-forward to pod ${nameOf(to)}: ${words}. Check that the cluster runs and that KUBECONFIG leads to it.`;
  return { code: 'source_unreachable', text };
}

function nameOf({ namespace, pod }: PodPort): string {
  return `${namespace}/${pod}`;
}

/** Runtimes repeat themselves at length, with ids of sandboxes that nobody knows. */
function excerpt(said: string): string {
  const line = said.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
