import { setTimeout } from 'node:timers/promises';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { ApiClient } from './api-client.ts';
import { type Discovered, discoverKinds } from './discovery.ts';
import { backOffMs, type Timing } from './timing.ts';

export type Probe = {
  /** Discovery said that a kind is there, but its list is not: ask again soon. */
  doubt(): void;
};

/** After a loss discovery is asked so often in growing pauses: a server that restarts denies kinds until it has read its CRDs. */
const probesAfterLoss = 6;

/** Asks discovery again and again until the signal aborts: a CRD may be installed, upgraded or removed at any time. */
export function startProbe(options: {
  client: ApiClient;
  timing: Timing;
  signal: AbortSignal;
  onKinds(kinds: ReadonlyMap<ObjectKind, Discovered>): void;
}): Probe {
  const { client, timing, signal, onKinds } = options;
  let doubted = new AbortController();
  let failures = 0;
  let probesSinceLoss = probesAfterLoss;
  let known: readonly ObjectKind[] = [];

  async function run(): Promise<void> {
    while (!signal.aborted) {
      doubted = new AbortController();
      const kinds = await discoverKinds(client, signal);
      if (signal.aborted) return;
      onKinds(kinds);
      const isWhole = [...kinds.values()].every((discovered) => !('reason' in discovered));
      failures = isWhole ? 0 : failures + 1;
      probesSinceLoss = known.some((kind) => isAbsent(kinds.get(kind))) ? 0 : probesSinceLoss + 1;
      known = [...kinds.keys()].filter((kind) => !isAbsent(kinds.get(kind)));
      await sleep(pauseAfterProbe(), AbortSignal.any([signal, doubted.signal]));
      // A server that has just started may deny kinds for a moment, so some time passes before it is asked.
      if (doubted.signal.aborted) await sleep(pauseMs(2), signal);
    }
  }

  function pauseAfterProbe(): number {
    if (failures > 0) return pauseMs(failures - 1);
    return probesSinceLoss < probesAfterLoss ? pauseMs(probesSinceLoss) : timing.probeMs;
  }

  function pauseMs(attempt: number): number {
    return backOffMs({ attempt, timing, random: Math.random() });
  }

  void run();
  return { doubt: () => doubted.abort() };
}

function isAbsent(discovered: Discovered | undefined): boolean {
  return discovered !== undefined && 'isAbsent' in discovered;
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  // Rejects only when the signal ends the pause early, which is what it is for.
  await setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
