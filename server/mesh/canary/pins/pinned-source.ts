/** How much of a source's requests came by rules before the split, out of access logs. */
export type PinnedSource = {
  isMeasured: boolean;
  /** Lines of the hosts in question that were counted. */
  lines: number;
  /** By version: of the lines that reached it, the share that came by another rule, 0 to 1. */
  pinnedShares: readonly number[];
  /** By version: of so many lines is its share above, which is as inexact as they are few. */
  linesByVersion?: readonly number[];
  /** Of the lines above, those that named a version's own Service in place of the host that the split is for. */
  directLines?: number;
  /** A clause that says how it was measured, or why it could not be. */
  why: string;
};
