import type { Worker } from 'node:worker_threads';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { JobReply, JobRequest } from './job-messages.ts';
import { receiveResult } from './receive-result.ts';

type DumpThreadOptions = {
  startWorker: () => Worker;
  /** An idle worker is let go after this time, and its heap with it. */
  idleMs: number;
  /** A job that takes longer costs the worker. */
  limitMs?: number;
};

/** More than these wait in vain. */
const mostWaiting = 100;

type Question = Omit<JobRequest, 'id'>;
type Waiting = {
  request: JobRequest;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
};

/** One worker thread, started when there is something to do. Questions are answered one after another. */
export class DumpThread {
  #worker: Worker | undefined;
  #running: Waiting | undefined;
  #queue: Waiting[] = [];
  #nextId = 1;
  #idle: NodeJS.Timeout | undefined;
  #limit: NodeJS.Timeout | undefined;
  readonly #options: DumpThreadOptions;

  constructor(options: DumpThreadOptions) {
    this.#options = options;
  }

  /** A question that is cancelled while it runs costs the worker; the others go on in a new one. */
  async ask(question: Question, signal?: AbortSignal): Promise<unknown> {
    if (this.#queue.length >= mostWaiting)
      throw new ViglaError(
        'source_timeout',
        `More than ${mostWaiting} answers of proxies wait to be read. Ask again in a moment.`,
      );
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const waiting: Waiting = { request: { id: this.#nextId++, ...question }, resolve, reject };
    const handleAbort = () => this.#cancel(waiting, signal?.reason);
    signal?.addEventListener('abort', handleAbort, { once: true });
    this.#queue.push(waiting);
    this.#next();
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', handleAbort);
    }
  }

  #next(): void {
    if (this.#running !== undefined) return;
    clearTimeout(this.#idle);
    clearTimeout(this.#limit);
    const next = this.#queue.shift();
    this.#running = next;
    if (next !== undefined) {
      this.#worker ??= this.#start();
      this.#worker.postMessage(next.request);
      const { limitMs = defaultLimitMs } = this.#options;
      this.#limit = setTimeout(() => this.#cancel(next, tooSlow(limitMs)), limitMs);
      this.#limit.unref();
      return;
    }
    this.#idle = setTimeout(() => this.#drop(), this.#options.idleMs);
    this.#idle.unref();
  }

  #start(): Worker {
    const worker = this.#options.startWorker();
    worker.unref();
    worker.on('message', (reply: JobReply) => this.#settle(reply));
    worker.on('error', (cause) => this.#lose(worker, cause));
    worker.on('exit', () => this.#lose(worker, undefined));
    return worker;
  }

  #settle(reply: JobReply): void {
    const done = this.#running;
    if (done?.request.id !== reply.id) return;
    this.#running = undefined;
    if (reply.isOk) receiveResult(reply).then(done.resolve, done.reject);
    else done.reject(new ViglaError(reply.code, reply.message));
    this.#next();
  }

  /** A worker that dies fails the question it was at; the others go on in a new one. */
  #lose(worker: Worker, cause: unknown): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    const lost = this.#running;
    this.#running = undefined;
    lost?.reject(endOf(cause));
    this.#next();
  }

  #cancel(waiting: Waiting, reason: unknown): void {
    waiting.reject(reason);
    this.#queue = this.#queue.filter((other) => other !== waiting);
    if (this.#running !== waiting) return;
    this.#running = undefined;
    this.#drop();
    this.#next();
  }

  #drop(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }
}

const defaultLimitMs = 60_000;

function tooSlow(limitMs: number): ViglaError {
  return new ViglaError(
    'source_timeout',
    `The answer of the proxy could not be read within ${limitMs / 1000} s. Ask for one section instead of all.`,
  );
}

function endOf(cause: unknown): ViglaError {
  const isOutOfMemory =
    cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isOutOfMemory)
    return new ViglaError('too_large', 'The answer of the proxy is too large to be read.', { cause });
  const reason = cause === undefined ? 'it ended without a word' : messageOf(cause);
  return new ViglaError('internal', `The thread that reads answers of proxies failed: ${reason}.`, { cause });
}
