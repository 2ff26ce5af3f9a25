export type Gate = {
  open(): void;
  /** Resolves when the gate is open or its time is over; rejects when the signal aborts before. */
  wait(signal?: AbortSignal): Promise<void>;
};

/** Holds callers back until `open` is called, for `limitMs` from its creation at the longest. */
export function createGate(limitMs: number): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs).unref();

  return {
    open() {
      clearTimeout(timer);
      resolve();
    },
    async wait(signal) {
      if (signal === undefined) return promise;
      signal.throwIfAborted();
      const aborted = Promise.withResolvers<never>();
      const handleAbort = () => aborted.reject(signal.reason);
      signal.addEventListener('abort', handleAbort, { once: true });
      try {
        await Promise.race([promise, aborted.promise]);
      } finally {
        signal.removeEventListener('abort', handleAbort);
      }
    },
  };
}
