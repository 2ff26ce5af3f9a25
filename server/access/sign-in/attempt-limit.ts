import { createWindows } from '#server/limits/windows.ts';

/** Of failed tries in one window; the second is for all that come through one proxy. */
const mostPerClient = 10;
const mostPerPeer = 100;
const windowMs = 60_000;
/** Clients and proxies that are remembered at a time. */
const mostKeys = 5_000;

export type AttemptLimit = {
  /** Counts a try; what comes back takes it out again when it succeeded. Undefined where there were too many. */
  take(attempt: Attempt): (() => void) | undefined;
};

/** `peer` is the address of the connection, `client` what the nearest proxy says is behind it. */
export type Attempt = { peer: string; client: string };

/** Counts tries by where they come from, in memory, for a minute from the first. */
export function createAttemptLimit(now: () => number = () => Date.now()): AttemptLimit {
  const windows = createWindows({ windowMs, mostKeys, now });
  return {
    take({ peer, client }) {
      const taken = windows.take([
        { key: `peer ${peer}`, most: mostPerPeer },
        { key: `client ${peer} ${client}`, most: mostPerClient },
      ]);
      return 'forgive' in taken ? taken.forgive : undefined;
    },
  };
}
