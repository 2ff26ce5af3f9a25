import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { bootstrapJob } from './bootstrap/bootstrap-job.ts';
import { clustersJob } from './clusters/clusters-job.ts';
import { ecdsJob } from './ecds/ecds-job.ts';
import { endpointsJob } from './endpoints/endpoints-job.ts';
import { listenersJob } from './listeners/listeners-job.ts';
import { routesJob } from './routes/routes-job.ts';
import { secretsJob } from './secrets/secrets-job.ts';

export const sectionJobs: readonly DumpJob<never, unknown>[] = [
  clustersJob,
  listenersJob,
  routesJob,
  endpointsJob,
  secretsJob,
  ecdsJob,
  bootstrapJob,
];
