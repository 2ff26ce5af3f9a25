import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/**
 * What goes wrong. `drop`: the request is taken and nothing ever comes, and answers under way fall silent. `cut`: the
 * connection ends, answers under way included. `delay`: answers begin later. `status`: that answer instead.
 * `garbage`: text that is no document, also in the middle of answers under way.
 */
export type Fault =
  | { kind: 'drop' | 'cut' | 'garbage' }
  | { kind: 'delay'; ms: number }
  | { kind: 'status'; status: number };

export type FaultyProxy = {
  url: string;
  /** From now on, for requests whose address (path and query) matches; `undefined` heals everything. */
  setFault(fault: Fault | undefined, matches?: (address: string) => boolean): void;
  /** Addresses asked for so far, oldest first. */
  requests: readonly { method: string; address: string }[];
  /** How many answers are under way, watches among them. */
  open(): number;
  stop(): Promise<void>;
};

const garbage = '<html>{"half": \n';

/** A plain HTTP proxy in front of `target` whose faults are switched while it runs. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault | undefined;
  let matches: (address: string) => boolean = () => true;
  const requests: { method: string; address: string }[] = [];
  const underWay = new Map<ServerResponse, string>();

  const faultAt = (address: string) => (matches(address) ? fault : undefined);

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const address = incoming.url ?? '/';
    requests.push({ method: incoming.method ?? 'GET', address });
    underWay.set(outgoing, address);
    outgoing.on('close', () => underWay.delete(outgoing));
    const active = faultAt(address);
    if (active?.kind === 'drop') return;
    if (active?.kind === 'cut') return void incoming.socket.destroy();
    if (active?.kind === 'delay') await setTimeout(active.ms);
    if (active?.kind === 'garbage') return void outgoing.end(garbage);
    if (active?.kind === 'status') return answerStatus(outgoing, active.status);
    forward(incoming, outgoing);
  }

  function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const address = incoming.url ?? '/';
    const { method, headers } = incoming;
    const onward = request(new URL(address, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.on('data', (chunk) => {
        if (faultAt(address)?.kind !== 'drop') outgoing.write(chunk);
      });
      answer.on('end', () => {
        if (faultAt(address)?.kind !== 'drop') outgoing.end();
      });
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The proxy has no address');

  return {
    url: `http://127.0.0.1:${bound.port}`,
    requests,
    open: () => underWay.size,
    setFault(next, matching = () => true) {
      fault = next;
      matches = matching;
      for (const [outgoing, address] of underWay) {
        const active = faultAt(address);
        if (active?.kind === 'cut') outgoing.destroy();
        if (active?.kind === 'garbage' && outgoing.headersSent) outgoing.write(garbage);
      }
    },
    async stop() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

function answerStatus(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  const message = `the proxy of the tests says ${status}`;
  outgoing.end(
    JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status, message }),
  );
}
