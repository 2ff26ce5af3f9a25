import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type Fault, refusalBody } from './fault-kinds.ts';

/** Of a tunnel that breaks in the middle, this much still arrives: the handshake and the beginning of an answer. */
const beforeTheCutBytes = 8_000;

type Tunnel = {
  incoming: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  target: string;
  fault: Fault | undefined;
};

/** Carries an upgraded connection (the WebSocket of a port-forward) to the target, as far as the fault lets it. */
export async function startTunnel({ incoming, socket, head, target, fault }: Tunnel): Promise<void> {
  socket.on('error', () => socket.destroy());
  if (fault?.kind === 'drop') return;
  if (fault?.kind === 'cut') return void socket.destroy();
  if (fault?.kind === 'delay') await setTimeout(fault.ms);
  if (fault?.kind === 'status') return void socket.end(refusal(fault));
  const { hostname, port } = new URL(target);
  const onward = connect({ host: hostname, port: Number(port) }, () => {
    onward.write(requestHead(incoming));
    onward.write(head);
    socket.pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  onward.on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
  if (fault?.kind !== 'half') return void onward.pipe(socket);
  let passed = 0;
  onward.on('data', (bytes: Buffer) => {
    socket.write(bytes.subarray(0, beforeTheCutBytes - passed));
    passed += bytes.length;
    if (passed >= beforeTheCutBytes) socket.destroy();
  });
}

function requestHead({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
  );
  return [`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

function refusal({ status, headers = {} }: Fault & { kind: 'status' }): string {
  const body = refusalBody(status);
  const lines = Object.entries({ ...headers, 'content-type': 'application/json', connection: 'close' });
  const head = [`HTTP/1.1 ${status} Refused`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
