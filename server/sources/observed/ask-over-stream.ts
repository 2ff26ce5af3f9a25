import { type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';

export type StreamQuestion = {
  method: 'GET' | 'POST';
  /** With its query. */
  path: string;
  limitBytes: number;
  /** Who answers and what, for people: `The answer of pod shop/a to /clusters`. */
  what: string;
  /** What to do about an answer that is too large. */
  advice: string;
};

export type StreamAnswer = { status: number; body: Uint8Array };

/**
 * Asks one HTTP/1.1 question over a stream of its own, and ends the stream whatever comes of it. One stream for each
 * question: a kept one may have been closed by the pod just when the next question goes out, and opening one costs little
 * beside a dump.
 * @throws ViglaError `too_large`, `source_failed` for what is no HTTP; what the stream failed with; the signal's reason
 */
export async function askOverStream(
  stream: Duplex,
  question: StreamQuestion,
  signal: AbortSignal,
): Promise<StreamAnswer> {
  // To a stream that has ended by now Node would never say anything.
  if (stream.destroyed) throw stream.errored ?? brokeOff(0);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const handleAbort = () => stream.destroy();
  signal.addEventListener('abort', handleAbort, { once: true });
  const { method, path } = question;
  // Without an agent Node closes the connection after the answer, and says so in the request.
  const headers = { host: 'localhost' };
  const asked = request({ createConnection: () => stream, headers, method, path }, resolve);
  // Stays for good: what a destroyed stream still reports must not end the process.
  asked.on('error', reject);
  asked.end();
  try {
    signal.throwIfAborted();
    const response = await promise;
    const body = await readBody(response, question);
    // An answer without a length ends with its stream, and Node does not mind how that ended.
    if (!hasLength(response) && stream.errored !== null) throw stream.errored;
    return { status: response.statusCode ?? 0, body };
  } catch (error) {
    signal.throwIfAborted();
    throw stream.errored ?? named(error, question.what);
  } finally {
    signal.removeEventListener('abort', handleAbort);
    asked.destroy();
    stream.destroy();
  }
}

async function readBody(response: IncomingMessage, question: StreamQuestion): Promise<Uint8Array> {
  const { limitBytes, what, advice } = question;
  const announced = Number(response.headers['content-length'] ?? 0);
  if (announced > limitBytes) throw tooLarge(`${what} is ${megabytes(announced)} MB large`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      if (!(chunk instanceof Uint8Array)) continue;
      size += chunk.byteLength;
      if (size > limitBytes) throw tooLarge(`${what} is larger than ${megabytes(limitBytes)} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw codeOf(error) === 'ECONNRESET' ? brokeOff(size) : error;
  }
  if (!response.complete) throw brokeOff(size);
  return joined(chunks, size);

  function tooLarge(fact: string): ViglaError {
    return new ViglaError('too_large', `${fact}; up to ${megabytes(limitBytes)} MB are read. ${advice}`);
  }
}

function hasLength({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** In memory of its own, so that it can be handed to another thread. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

function named(error: unknown, what: string): unknown {
  if (codeOf(error)?.startsWith('HPE_') !== true) return error;
  return new ViglaError(
    'source_failed',
    `${what} is no HTTP: ${messageOf(error)}. Something else listens there.`,
    {
      cause: error,
    },
  );
}

function brokeOff(size: number): Error {
  return Object.assign(new Error(`the answer broke off after ${size} bytes`), { code: 'ECONNRESET' });
}

function codeOf(error: unknown): string | undefined {
  const parsed = z.looseObject({ code: z.string() }).safeParse(error);
  return parsed.success ? parsed.data.code : undefined;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes % 1_000_000 === 0 ? 0 : 1);
}
