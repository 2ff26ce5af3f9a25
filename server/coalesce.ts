import { ViglaError } from '#server/errors.ts';

export type CoalesceOptions<Value> = {
  /** How long an answer is handed out again, from the moment it came. */
  lifetimeMs: number | ((value: Value) => number);
  /** Sum of the sizes of what is kept; the longest unused goes first. */
  maximumSize: number;
  sizeOf: (value: Value) => number;
  now: () => number;
  /** Told how each question was met. */
  count?: (result: 'hit' | 'miss' | 'shared') => void;
};

/** What is asked once for everybody. `load` gets a signal of its own. */
export type Coalesced<Value> = {
  get(key: string, load: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value>;
};

type Flight<Value> = { promise: Promise<Value>; waiting: number; controller: AbortController };
type Kept<Value> = { value: Value; size: number; untilMs: number };

/**
 * Shares answers: the same question asked while it is being answered waits for that answer, and asked again within
 * the lifetime gets the one that is kept. A caller who goes away takes nothing from the others; when all are gone,
 * the call is cancelled. Failures are shared but not kept.
 */
export function coalesce<Value>(options: CoalesceOptions<Value>): Coalesced<Value> {
  const flights = new Map<string, Flight<Value>>();
  const store = boundedStore(options);

  function take(key: string, load: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const controller = new AbortController();
    const promise = load(controller.signal);
    const flight = { promise, waiting: 0, controller };
    flights.set(key, flight);
    promise.then(
      (value) => {
        forget(key, flight);
        store.put(key, value);
      },
      () => forget(key, flight),
    );
    return flight;
  }

  function forget(key: string, flight: Flight<Value>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return {
    async get(key, load, signal) {
      if (signal?.aborted) throw cancelled(signal);
      const kept = store.find(key);
      if (kept !== undefined) {
        options.count?.('hit');
        return kept.value;
      }
      const shared = flights.get(key);
      options.count?.(shared === undefined ? 'miss' : 'shared');
      const flight = shared ?? take(key, load);
      return await join(flight, signal, () => forget(key, flight));
    },
  };
}

async function join<Value>(
  flight: Flight<Value>,
  signal: AbortSignal | undefined,
  forget: () => void,
): Promise<Value> {
  flight.waiting++;
  if (signal === undefined) return await flight.promise;
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const leave = () => {
    flight.waiting--;
    if (flight.waiting === 0) {
      // Forgotten at once: who asks next must not get the failure of a call that was cancelled.
      forget();
      flight.controller.abort(signal.reason);
    }
    reject(cancelled(signal));
  };
  signal.addEventListener('abort', leave, { once: true });
  flight.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  return await promise;
}

function cancelled(signal: AbortSignal): ViglaError {
  return new ViglaError('source_failed', 'The question was cancelled by the one who asked it.', {
    cause: signal.reason,
  });
}

function boundedStore<Value>({ lifetimeMs, maximumSize, sizeOf, now }: CoalesceOptions<Value>) {
  const keptByKey = new Map<string, Kept<Value>>();
  let total = 0;
  let timer: NodeJS.Timeout | undefined;

  function drop(key: string, kept: Kept<Value>): void {
    if (keptByKey.delete(key)) total -= kept.size;
  }

  function dropOld(): void {
    const nowMs = now();
    for (const [key, kept] of keptByKey) if (kept.untilMs <= nowMs) drop(key, kept);
  }

  /** What nobody asks for again must not stay in memory. */
  function forgetLater(delayMs: number): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      dropOld();
      if (keptByKey.size > 0) forgetLater(delayMs);
    }, delayMs).unref();
  }

  return {
    find(key: string): Kept<Value> | undefined {
      const kept = keptByKey.get(key);
      if (kept === undefined) return undefined;
      if (kept.untilMs <= now()) {
        drop(key, kept);
        return undefined;
      }
      // A Map remembers the order of insertion: what is used goes to its end.
      keptByKey.delete(key);
      keptByKey.set(key, kept);
      return kept;
    },
    put(key: string, value: Value): void {
      const nowMs = now();
      dropOld();
      const before = keptByKey.get(key);
      if (before !== undefined) drop(key, before);
      const size = sizeOf(value);
      if (size > maximumSize) return;
      const lastsMs = typeof lifetimeMs === 'number' ? lifetimeMs : lifetimeMs(value);
      keptByKey.set(key, { value, size, untilMs: nowMs + lastsMs });
      total += size;
      forgetLater(lastsMs);
      for (const [other, kept] of keptByKey) {
        if (total <= maximumSize) break;
        drop(other, kept);
      }
    },
  };
}
