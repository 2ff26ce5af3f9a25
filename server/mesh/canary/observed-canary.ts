import type { CanaryVerdict, JudgedStatus } from '#lib/contract/canaries.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';

type JudgedVerdict = CanaryVerdict & { status: JudgedStatus };

/** A caller whose requests were counted. */
export type ObservedCanarySource = CanarySource & { verdict: JudgedVerdict; requestCount: number };

/** A split whose requests were counted: all that a gate may go by. */
export type ObservedCanary = Omit<CanaryDetail, 'sources'> & {
  verdict: JudgedVerdict;
  requestCount: number;
  sources: ObservedCanarySource[];
};
