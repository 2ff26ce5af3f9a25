import type { Arrangement } from './arrangement.ts';
import type { Topology } from './topology.ts';
import { workerFailure } from './worker-failure.ts';

type RankAnswer = { number: number } & ({ arrangement: Arrangement } | { failure: string });

type Started = { worker: Worker; failed: Promise<never> };
let started: Started | undefined;
let lastNumber = 0;

/** Arranges a large graph on another thread. Rejects with the reason when that thread cannot start. */
export function arrangeInWorker(topology: Topology): Promise<Arrangement> {
  started ??= start();
  const { worker, failed } = started;
  lastNumber += 1;
  const number = lastNumber;
  const answered = new Promise<Arrangement>((resolve, reject) => {
    worker.addEventListener('message', function receive({ data }: MessageEvent<RankAnswer>) {
      if (data.number !== number) return;
      worker.removeEventListener('message', receive);
      if ('arrangement' in data) resolve(data.arrangement);
      else reject(new Error(data.failure));
    });
  });
  worker.postMessage({ number, topology });
  return Promise.race([answered, failed]);
}

function start(): Started {
  const worker = new Worker(new URL('./rank-worker.ts', import.meta.url), { type: 'module' });
  const failed = workerFailure(worker);
  failed.catch(() => {
    started = undefined;
  });
  return { worker, failed };
}
