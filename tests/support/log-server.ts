import type { ServerResponse } from 'node:http';
import type { LogQuestion, LogSource, StoredLine } from '#server/sources/interface.ts';
import { createApiClient } from '#server/sources/kubernetes/api-client.ts';
import { loadKubeconfig } from '#server/sources/kubernetes/kubeconfig.ts';
import { createLogs } from '#server/sources/kubernetes/logs.ts';
import { defaultTiming, type Timing } from '#server/sources/kubernetes/timing.ts';
import { writeKubeconfig } from './kubeapi.ts';
import { type LocalServer, type Received, sendJson, startServer } from './local-server.ts';

export const question: LogQuestion = { namespace: 'shop', pod: 'cart-1', container: 'cart' };

type Answer = (response: ServerResponse, received: Received, count: number) => unknown;
export type LogServer = {
  logs: LogSource;
  /** Requests for the log, oldest first. */
  asked(): Received[];
  stop(): Promise<void>;
};

/** An API server that knows one pod: `log` answers for its log and is told which request this is, `pod` for the pod. */
export async function startLogServer(
  log: Answer,
  { pod = podRuns, timing }: { pod?: Answer; timing?: Partial<Timing> } = {},
): Promise<LogServer> {
  const isLog = ({ path }: Received) => path === '/api/v1/namespaces/shop/pods/cart-1/log';
  let podCount = 0;
  const server: LocalServer = await startServer((response, received) => {
    if (isLog(received)) return log(response, received, server.received.filter(isLog).length);
    podCount += 1;
    return pod(response, received, podCount);
  });
  const times = { ...defaultTiming, backOffBaseMs: 5, backOffCapMs: 20, ...timing };
  const client = createApiClient(loadKubeconfig({ kubeconfigPath: writeKubeconfig(server.url) }), times);
  return {
    logs: createLogs({ client, timing: times }),
    asked: () => server.received.filter(isLog),
    async stop() {
      await client.close();
      await server.stop();
    },
  };
}

export function podRuns(response: ServerResponse): void {
  sendJson(response, { status: { containerStatuses: [{ name: 'cart', state: { running: {} } }] } });
}

export function podHasEnded(response: ServerResponse): void {
  sendJson(response, { status: { containerStatuses: [{ name: 'cart', state: { terminated: {} } }] } });
}

/** A refusal as the API server words it. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, { kind: 'Status', status: 'Failure', code: status, message }, status);
}

/** All lines that come until the log ends. */
export async function readAll(
  logs: LogSource,
  asked: LogQuestion = question,
  signal: AbortSignal = new AbortController().signal,
): Promise<StoredLine[]> {
  const lines: StoredLine[] = [];
  for await (const batch of logs.read(asked, signal)) lines.push(...batch);
  return lines;
}
