import type { DumpJob } from '#server/mesh/proxy/dump-job.ts';
import { routesJob } from './routes/routes-job.ts';

export const sectionJobs: readonly DumpJob<never, unknown>[] = [routesJob];
