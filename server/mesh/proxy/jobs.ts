import { ztunnelJobs } from '#server/mesh/ambient/ztunnel/jobs.ts';
import { splitRoutesJob } from '#server/mesh/canary/in-envoy/split-routes-job.ts';
import { compareProxyJob } from '#server/mesh/compare/proxies/compare-proxy-job.ts';
import { registryJob } from '#server/mesh/control-plane/registry/registry-job.ts';
import { ownFactsJob } from '#server/mesh/proxies/own-facts-job.ts';
import { realizedJob } from '#server/mesh/realized/realized-job.ts';
import { redactAnswerJob } from '#server/mesh/snapshot/redact-answer-job.ts';
import { compareJob } from './drift/diff/compare-job.ts';
import type { DumpJob } from './dump-job.ts';
import { outlineJob } from './outline-job.ts';
import { rawFileJob, rawSearchJob, rawTreeJob, rawValueJob } from './raw/raw-jobs.ts';
import { sectionJobs } from './sections/section-jobs.ts';
import { statsJob } from './stats/stats-job.ts';

/** Every job that a worker thread can be asked for. */
export const dumpJobs: readonly DumpJob<never, unknown>[] = [
  outlineJob,
  ownFactsJob,
  compareJob,
  compareProxyJob,
  realizedJob,
  splitRoutesJob,
  rawValueJob,
  rawTreeJob,
  rawSearchJob,
  rawFileJob,
  statsJob,
  registryJob,
  redactAnswerJob,
  ...sectionJobs,
  ...Object.values(ztunnelJobs),
];
