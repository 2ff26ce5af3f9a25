import { Worker } from 'node:worker_threads';
import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { DumpThread } from './dump-thread.ts';

/** What is parsed at once on the request's own thread: about 10 ms of work. */
const smallBytes = 1_000_000;

const thread = new DumpThread({
  // The bundler follows this very form to the worker's file.
  startWorker: () => new Worker(new URL('./dump-worker.ts', import.meta.url)),
  idleMs: 30_000,
});

type JobInput<Parameters> = {
  inputs: readonly Uint8Array[];
  parameters: Parameters;
  signal?: AbortSignal | undefined;
};

/**
 * Runs a job: at once for small inputs, else in a worker thread, one after another.
 * @throws what the job throws; the signal's reason when it was cancelled
 */
export async function runJob<Parameters, Result>(
  job: DumpJob<Parameters, Result>,
  { inputs, parameters, signal }: JobInput<Parameters>,
): Promise<Result> {
  signal?.throwIfAborted();
  const byteCount = inputs.reduce((sum, { length }) => sum + length, 0);
  if (byteCount <= smallBytes) return job.run(inputs, parameters);
  const result = await thread.ask({ name: job.name, inputs, parameters }, signal);
  // The worker runs this very job; what it gives back went through a structured clone only.
  return result as Result;
}
