/** Of failed tries in one window; the second is for all that come through one proxy. */
const mostPerClient = 10;
const mostPerPeer = 100;
const windowMs = 60_000;
/** Clients that are remembered at a time. */
const mostClients = 5_000;

export type AttemptLimit = {
  /** Counts a try; what comes back takes it out again when it succeeded. Undefined where there were too many. */
  take(attempt: Attempt): (() => void) | undefined;
};

/** `peer` is the address of the connection, `client` what the nearest proxy says is behind it. */
export type Attempt = { peer: string; client: string };

/** Counts tries by where they come from, in memory, for a minute from the first. */
export function createAttemptLimit(now: () => number = () => Date.now()): AttemptLimit {
  const windows = new Map<string, { count: number; untilMs: number }>();

  function windowOf(key: string) {
    const found = windows.get(key);
    return found !== undefined && found.untilMs > now() ? found : undefined;
  }

  function add(key: string) {
    const found = windowOf(key);
    if (found !== undefined) {
      found.count++;
      return found;
    }
    windows.delete(key);
    // A Map remembers the order of insertion: the oldest window is the first.
    const [oldest] = windows.keys();
    if (windows.size >= mostClients && oldest !== undefined) windows.delete(oldest);
    const begun = { count: 1, untilMs: now() + windowMs };
    windows.set(key, begun);
    return begun;
  }

  return {
    take({ peer, client }) {
      const [peerKey, clientKey] = [`peer ${peer}`, `client ${peer} ${client}`];
      if ((windowOf(peerKey)?.count ?? 0) >= mostPerPeer) return undefined;
      if ((windowOf(clientKey)?.count ?? 0) >= mostPerClient) return undefined;
      const counted = [add(peerKey), add(clientKey)];
      return () => {
        for (const found of counted) found.count--;
      };
    },
  };
}
