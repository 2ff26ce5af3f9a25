import type { StatRow } from '#lib/contract/proxy-stats.ts';

type Limit = { limit: number; status: 'degraded' | 'failing' };

/** One statistic that tells of trouble or that people ask for. */
export type StatNote = {
  /** As Prometheus names it. */
  name: string;
  /** What it counts, and what a high value means. */
  text: string;
  unit?: StatRow['unit'];
  /** When a value deserves attention. */
  above?: Limit;
  below?: Limit;
};

export const anyIsDegraded: Limit = { limit: 0, status: 'degraded' };
export const anyFails: Limit = { limit: 0, status: 'failing' };
