import type { SourceStatus } from '#lib/contract/status.ts';
import { ViglaError } from '#server/errors.ts';

/** Remembers in which namespaces the proxies may not be asked, from the questions themselves: none is put for this. */
export class Reach {
  readonly #reasons = new Map<string, string>();
  #wasAsked = false;

  /** Takes the outcome of one question. */
  note(namespace: string, error?: unknown): void {
    this.#wasAsked = true;
    if (error instanceof ViglaError && error.code === 'forbidden')
      this.#reasons.set(namespace, error.message);
    else if (error === undefined) this.#reasons.delete(namespace);
  }

  status(): SourceStatus {
    const status: SourceStatus = { id: 'proxies', state: 'ok', address: 'pods, by port-forward' };
    if (!this.#wasAsked)
      return { ...status, details: ['Asked when a page needs them; nothing was asked yet'] };
    const [first] = this.#reasons.values();
    if (first === undefined) return status;
    const details = [...this.#reasons.values()];
    return { ...status, state: 'degraded', reason: first, ...(details.length > 1 && { details }) };
  }
}
