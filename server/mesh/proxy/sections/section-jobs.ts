import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { clustersJob } from './clusters/clusters-job.ts';
import { listenersJob } from './listeners/listeners-job.ts';
import { routesJob } from './routes/routes-job.ts';

export const sectionJobs: readonly DumpJob<never, unknown>[] = [clustersJob, listenersJob, routesJob];
