import type { StatusId } from '#components/ui/health-looks.ts';
import type { Drift } from '#lib/contract/proxies.ts';

/** How the severity of drift is painted: like the states of health. */
export const severityStatus: Record<Drift['severity'], StatusId> = {
  failing: 'failing',
  degraded: 'degraded',
  info: 'idle',
};
