import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const header = 'x-vigla-peer';
const processWide: { [key: symbol]: string | undefined } = globalThis;
const key = Symbol.for('vigla.peer-mark');

/** Known to this process alone, so that what a client writes into the header is not believed. */
function mark(): string {
  processWide[key] ??= randomUUID();
  return processWide[key];
}

const messageShape = z.object({
  request: z.custom<IncomingMessage>(
    (value) => typeof value === 'object' && value !== null && 'socket' in value && 'headers' in value,
  ),
});

/**
 * Notes on each request that comes in from which address its connection is: the framework hands over headers only, and
 * believes those of the client.
 */
export function notePeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = messageShape.parse(message);
    request.headers[header] = `${mark()} ${request.socket.remoteAddress ?? ''}`;
  });
}

/** The address at the other end of a request's connection; undefined where it was not noted. */
export function peerAddressOf(request: Request): string | undefined {
  const [noted, address] = (request.headers.get(header) ?? '').split(' ');
  return noted === mark() && address !== '' ? address : undefined;
}
