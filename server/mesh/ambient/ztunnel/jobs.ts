import { certificateRows } from './certificate-rows.ts';
import { configRows } from './config-rows.ts';
import { connectionRows } from './connection-rows.ts';
import { metricsJob } from './metrics-job.ts';
import { policyRows } from './policy-rows.ts';
import { serviceRows } from './service-rows.ts';
import { workloadRows } from './workload-rows.ts';
import { ztunnelJob } from './ztunnel-job.ts';

/** Every table of ztunnel's dump. */
export const ztunnelJobs = {
  workloads: ztunnelJob('workloads', workloadRows),
  services: ztunnelJob('services', serviceRows),
  policies: ztunnelJob('policies', policyRows),
  certificates: ztunnelJob('certificates', certificateRows),
  connections: ztunnelJob('connections', connectionRows),
  config: ztunnelJob('config', configRows),
  metrics: metricsJob,
};
