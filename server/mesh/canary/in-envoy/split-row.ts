import type { Origin } from '#server/mesh/proxy/links/origin.ts';
import type { SectionParameters } from '#server/mesh/proxy/sections/section-job.ts';
import type { RouteTarget } from './route-shares.ts';

/** A route, or a filter chain, as far as a split is concerned. */
export type SplitRow = {
  /** As in the proxy's table. */
  id: string;
  place: string;
  /** What tells it from other routes of the same rule. */
  match: string;
  routeName?: string | undefined;
  state: string;
  proofPath: string;
  lastUpdated?: string | undefined;
  targets: readonly RouteTarget[];
  /** By hash or header, not by chance. */
  isSticky: boolean;
  /** It takes requests to the split's hosts. */
  isServing: boolean;
};

/** `origins[i]` belongs to `rows[i]`. */
export type SplitRows = { rows: SplitRow[]; origins: Origin[] };

export type SplitRowsParameters = SectionParameters & {
  section: 'routes' | 'listeners';
  /** The names of the split's hosts, and the hosts of its versions. */
  servedHosts: readonly string[];
  versionHosts: readonly string[];
};
