import { ViglaError } from '#server/errors.ts';
import { Slots } from '#server/slots.ts';

type Waiting = { slots: Slots; count: number; silence: AbortController };

/**
 * Lets one question at a time into each pod, since a dump costs a proxy work that its requests wait for, and questions
 * into so many pods at once. When one is not answered in time, those that wait behind it are told the same: each would
 * wait for its own limit, one after another, and a page of a proxy that hangs asks many.
 */
export class PodQueue {
  readonly #pods: Slots;
  readonly #mostWaiting: number;
  readonly #byPod = new Map<string, Waiting>();

  constructor({ mostPods, mostWaiting }: { mostPods: number; mostWaiting: number }) {
    this.#pods = new Slots(mostPods);
    this.#mostWaiting = mostWaiting;
  }

  /**
   * @throws ViglaError `source_failed` when too many wait for that pod already, `source_timeout` of the question before; the
   * signal's reason
   */
  async run<Result>(pod: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const waiting = this.#byPod.get(pod) ?? { slots: new Slots(1), count: 0, silence: new AbortController() };
    if (waiting.count > this.#mostWaiting)
      throw new ViglaError(
        'source_failed',
        `${this.#mostWaiting} questions wait for the proxy of pod ${pod} already. Ask again when it has answered them.`,
      );
    waiting.count += 1;
    this.#byPod.set(pod, waiting);
    try {
      const leavePod = await waiting.slots.take(AbortSignal.any([signal, waiting.silence.signal]));
      try {
        const leave = await this.#pods.take(signal);
        return await work().finally(leave);
      } catch (error) {
        if (error instanceof ViglaError && error.code === 'source_timeout') tellWaiting(waiting, error);
        throw error;
      } finally {
        leavePod();
      }
    } finally {
      waiting.count -= 1;
      if (waiting.count === 0) this.#byPod.delete(pod);
    }
  }
}

function tellWaiting(waiting: Waiting, reason: ViglaError): void {
  waiting.silence.abort(reason);
  waiting.silence = new AbortController();
}
