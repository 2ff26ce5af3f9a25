import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/**
 * What goes wrong. `drop`: the request is taken and nothing ever comes, and answers under way fall silent. `cut`: the
 * connection ends, answers under way included. `delay`: answers begin later. `status`: that answer of an API server
 * instead. `garbage`: text that is no document, also in the middle of answers under way. `answer`: that one instead.
 * `half`: the first half of the answer, which then ends in good order or is reset. `drip`: a few bytes, again and again,
 * and no end. `edit`: another text.
 */
export type Fault =
  | { kind: 'drop' | 'cut' | 'garbage' | 'drip' }
  | { kind: 'delay'; ms: number }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  | { kind: 'answer'; status: number; type: string; body: string }
  | { kind: 'half'; ending: 'end' | 'reset' }
  | { kind: 'edit'; edit: (text: string) => string };

export const garbage = '<html>{"half": \n';
const dripMs = 200;

/** Answers in the place of the server; false where the fault is of another kind. */
export function sendInstead(fault: Fault, outgoing: ServerResponse): boolean {
  if (fault.kind === 'garbage') outgoing.end(garbage);
  else if (fault.kind === 'status') sendStatus(outgoing, fault);
  else if (fault.kind === 'answer')
    outgoing.writeHead(fault.status, { 'content-type': fault.type }).end(fault.body);
  else return false;
  return true;
}

/** The answer of an API server that refuses. */
export function refusalBody(status: number): string {
  const message = `the proxy of the tests says ${status}`;
  return JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: status, message });
}

function sendStatus(outgoing: ServerResponse, { status, headers = {} }: Fault & { kind: 'status' }): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(refusalBody(status));
}

type Alter = (answer: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** What a fault makes of the server's own answer; undefined where it lets it pass. */
export function alteration(fault: Fault | undefined): Alter | undefined {
  if (fault?.kind === 'half') return (answer, outgoing) => sendHalf(answer, outgoing, fault.ending);
  if (fault?.kind === 'drip') return sendDrops;
  if (fault?.kind === 'edit')
    return async (answer, outgoing) => {
      const edited = fault.edit(await text(answer));
      outgoing.writeHead(answer.statusCode ?? 502, withoutLength(answer)).end(edited);
    };
  return undefined;
}

async function sendHalf(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  ending: 'end' | 'reset',
): Promise<void> {
  const whole = Buffer.from(await text(answer));
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  if (ending === 'end') {
    outgoing.writeHead(answer.statusCode ?? 502, withoutLength(answer)).end(half);
    return;
  }
  outgoing.writeHead(answer.statusCode ?? 502, { ...withoutLength(answer), 'content-length': whole.length });
  outgoing.write(half, () => outgoing.socket?.resetAndDestroy());
}

async function sendDrops(answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const whole = Buffer.from(await text(answer));
  outgoing.writeHead(answer.statusCode ?? 502, withoutLength(answer));
  for (let sent = 0; !outgoing.destroyed && sent < whole.length; sent += 1) {
    outgoing.write(whole.subarray(sent, sent + 1));
    await setTimeout(dripMs);
  }
  outgoing.end();
}

function withoutLength({ headers }: IncomingMessage): IncomingMessage['headers'] {
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = headers;
  return rest;
}
