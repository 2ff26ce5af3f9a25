import { setTimeout } from 'node:timers/promises';
import type { CountingStore, StoreCounts } from './counting-store.ts';
import { type Asked, actAsUser } from './load-user.ts';
import { readServerHealth, type ServerHealth } from './server-health.ts';
import { quantile } from './statistics.ts';

export type LoadFigures = {
  requests: number;
  errors: string[];
  unchanged: number;
  megabytes: number;
  pages: { page: string; requests: number; p50Ms: number; p95Ms: number; p99Ms: number }[];
  /** Least of each part of the run, which is what a collection leaves. */
  memory: { part: string; residentMb: number; heapMb: number; loopDelayMs: number }[];
  store: StoreCounts;
};

type Load = {
  viglaUrl: string;
  store: Pick<CountingStore, 'counts'>;
  namespaces: readonly string[];
  users: number;
  seconds: number;
};

const parts = 4;

/** Users who poll for so long, and what it cost the server and the store. */
export async function measureLoad({
  viglaUrl,
  store,
  namespaces,
  users,
  seconds,
}: Load): Promise<LoadFigures> {
  const answers: Asked[] = [];
  const health: ServerHealth[] = [];
  const end = new AbortController();
  const acting = Array.from({ length: users }, (_, index) =>
    actAsUser({ viglaUrl, index, namespaces, signal: end.signal, onAnswer: (asked) => answers.push(asked) }),
  );
  const endMs = performance.now() + seconds * 1000;
  while (performance.now() < endMs) {
    health.push(await readServerHealth(viglaUrl));
    await setTimeout(1000);
  }
  end.abort();
  await Promise.all(acting);
  return {
    requests: answers.length,
    errors: answers.flatMap(({ problem }) => problem ?? []),
    unchanged: answers.filter(({ status }) => status === 304).length,
    megabytes: answers.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
    pages: [['all', answers] as const, ...Map.groupBy(answers, ({ page }) => page)].map(([page, of]) => {
      const times = of.map(({ ms }) => ms);
      return {
        page,
        requests: of.length,
        p50Ms: quantile(times, 0.5),
        p95Ms: quantile(times, 0.95),
        p99Ms: quantile(times, 0.99),
      };
    }),
    memory: Array.from({ length: parts }, (_, part) => leastOf(part, health)),
    store: store.counts(),
  };
}

function leastOf(part: number, health: readonly ServerHealth[]) {
  const size = health.length / parts;
  const own = health.slice(Math.floor(part * size), Math.floor((part + 1) * size));
  return {
    part: `${part + 1} of ${parts}`,
    residentMb: Math.min(...own.map(({ residentMb }) => residentMb)),
    heapMb: Math.min(...own.map(({ heapMb }) => heapMb)),
    loopDelayMs: Math.max(...own.map(({ loopDelayMs }) => loopDelayMs)),
  };
}
