import type { DocumentAnswers, DocumentQuestion, DocumentReply } from './document-messages.ts';

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/** A document in a thread of its own, so that reading 40 MB does not hold up the page. */
export class DocumentThread {
  readonly #worker = new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor() {
    this.#worker.addEventListener('message', (event: MessageEvent<DocumentReply>) =>
      this.#settle(event.data),
    );
    this.#worker.addEventListener('error', (event) => this.#fail(event.message));
  }

  ask<Kind extends DocumentQuestion['kind']>(
    question: Extract<DocumentQuestion, { kind: Kind }>,
  ): Promise<DocumentAnswers[Kind]> {
    const { promise, resolve, reject } = Promise.withResolvers<DocumentAnswers[Kind]>();
    const id = this.#nextId++;
    this.#waiting.set(id, { resolve, reject });
    this.#worker.postMessage({ id, question });
    return promise;
  }

  close(): void {
    this.#worker.terminate();
  }

  #settle(reply: DocumentReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('problem' in reply) waiting?.reject(new Error(reply.problem));
    // The thread answers each question with what belongs to its kind.
    else waiting?.resolve(reply.answer as never);
  }

  /** A thread that dies (out of memory, most likely) answers nothing any more. */
  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}
