import { Duplex, PassThrough, Writable } from 'node:stream';

/** What is used of an open WebSocket of the package `ws`. */
export type ForwardSocket = {
  pause(): void;
  resume(): void;
  /** Ends the connection at once; `close` would wait half a minute for a server that does not answer any more. */
  terminate(): void;
  on(event: 'close', handle: (code: number) => void): unknown;
};

/** Codes of a WebSocket that was closed in good order: done, going away, without a code. */
const goodCloses = [1000, 1001, 1005];

/**
 * The two channels of one forwarded port as a stream: the data, and what the node says when it cannot go on, which fails
 * the stream. A connection that is lost fails it too; one that the pod closed ends it.
 */
export class PodStream extends Duplex {
  /** What the port-forward reads from and writes to. */
  readonly input = new PassThrough();
  readonly output = writableTo((bytes) => this.#receive(bytes));
  readonly errors: Writable;
  #socket: ForwardSocket | undefined;

  constructor(failureOf: (text: string) => Error) {
    super();
    // It may fail before the one who asked for it has it in hands; the reason stays in `errored`.
    this.on('error', () => undefined);
    this.errors = writableTo((bytes) => void this.destroy(failureOf(bytes.toString('utf8'))));
  }

  /** From here on the stream has the connection: it ends with it, and ends it. */
  attach(socket: ForwardSocket): void {
    this.#socket = socket;
    socket.on('close', (code) => {
      if (this.destroyed) return;
      if (goodCloses.includes(code)) this.push(null);
      else this.destroy(lost(code));
    });
    if (this.destroyed) socket.terminate();
  }

  #receive(bytes: Buffer): void {
    if (!this.destroyed && !this.push(bytes)) this.#socket?.pause();
  }

  override _read(): void {
    this.#socket?.resume();
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.input.write(bytes, done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket?.terminate();
    done(error);
  }
}

/** Each channel opens with its port's number, of which the library leaves an empty piece. */
function writableTo(take: (bytes: Buffer) => void): Writable {
  return new Writable({
    write(bytes: Buffer, _encoding, done) {
      if (bytes.length > 0) take(bytes);
      done();
    },
  });
}

function lost(code: number): Error {
  const message = `the port-forward was cut off (WebSocket code ${code})`;
  return Object.assign(new Error(message), { code: 'ECONNRESET' });
}
