import type { DumpJob } from './dump-job.ts';
import { outlineJob } from './outline-job.ts';
import { rawFileJob, rawSearchJob, rawTreeJob, rawValueJob } from './raw/raw-jobs.ts';

/** Every job that a worker thread can be asked for. */
export const dumpJobs: readonly DumpJob<never, unknown>[] = [
  outlineJob,
  rawValueJob,
  rawTreeJob,
  rawSearchJob,
  rawFileJob,
];
