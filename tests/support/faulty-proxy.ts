import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { alteration, type Fault, garbage, sendInstead } from './fault-kinds.ts';
import { startTunnel } from './faulty-tunnel.ts';

export type { Fault } from './fault-kinds.ts';

type Matches = (address: string) => boolean;

export type FaultyProxy = {
  url: string;
  /** From now on, for requests whose address (path and query) matches; `undefined` heals everything. */
  setFault(fault: Fault | undefined, matches?: Matches): void;
  /** Addresses asked for so far, oldest first. */
  requests: readonly { method: string; address: string }[];
  /** How many requests met the fault that was set last. */
  met(): number;
  /** How many answers are under way, watches among them. */
  open(): number;
  /** Nothing listens any more until `listen`, at the same address. */
  refuse(): Promise<void>;
  listen(): Promise<void>;
  stop(): Promise<void>;
};

/** A plain HTTP proxy in front of `target` whose faults are switched while it runs. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault | undefined;
  let matches: Matches = () => true;
  let met = 0;
  const requests: { method: string; address: string }[] = [];
  const underWay = new Map<ServerResponse | Duplex, string>();

  const faultAt = (address: string) => (matches(address) ? fault : undefined);

  function enter(incoming: IncomingMessage, outgoing: ServerResponse | Duplex): string {
    const address = incoming.url ?? '/';
    requests.push({ method: incoming.method ?? 'GET', address });
    underWay.set(outgoing, address);
    outgoing.on('close', () => underWay.delete(outgoing));
    if (faultAt(address) !== undefined) met += 1;
    return address;
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const address = enter(incoming, outgoing);
    const active = faultAt(address);
    if (active?.kind === 'drop') return;
    if (active?.kind === 'cut') return void incoming.socket.destroy();
    if (active?.kind === 'delay') await setTimeout(active.ms);
    if (active === undefined || !sendInstead(active, outgoing)) forward(incoming, outgoing);
  }

  function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const address = incoming.url ?? '/';
    const { method, headers } = incoming;
    const onward = request(new URL(address, target), { method, headers }, (answer) => {
      answer.on('error', () => outgoing.destroy());
      const alter = alteration(faultAt(address));
      if (alter !== undefined) return void alter(answer, outgoing).catch(() => outgoing.destroy());
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.on('data', (chunk) => {
        if (faultAt(address)?.kind !== 'drop') outgoing.write(chunk);
      });
      answer.on('end', () => {
        if (faultAt(address)?.kind !== 'drop') outgoing.end();
      });
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = enter(incoming, socket);
    void startTunnel({ incoming, socket, head, target, fault: faultAt(address) });
  });

  async function listen(port: number): Promise<number> {
    const listening = Promise.withResolvers<void>();
    server.listen(port, '127.0.0.1', () => listening.resolve());
    await listening.promise;
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('The proxy has no address');
    return bound.port;
  }

  async function close(): Promise<void> {
    if (!server.listening) return;
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    server.closeAllConnections();
    // Connections that were upgraded are none of the server's any more.
    for (const outgoing of underWay.keys()) outgoing.destroy();
    await closed.promise;
  }

  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    met: () => met,
    open: () => underWay.size,
    setFault(next, matching = () => true) {
      fault = next;
      matches = matching;
      met = 0;
      for (const [outgoing, address] of underWay) {
        const active = faultAt(address);
        if (active?.kind === 'cut') outgoing.destroy();
        if (active?.kind === 'garbage' && 'headersSent' in outgoing && outgoing.headersSent)
          outgoing.write(garbage);
      }
    },
    refuse: close,
    async listen() {
      await listen(port);
    },
    stop: close,
  };
}
