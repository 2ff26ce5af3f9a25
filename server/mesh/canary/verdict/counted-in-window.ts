import type { ObservedSource } from '../observed.ts';
import { sum } from '../statistics/sum.ts';

/** What one caller sent in the slices that count, before anything is taken out. */
export type CountedInWindow = {
  /** By version, pinned traffic included. */
  counted: readonly number[];
  /** By version: failures that proxies made. */
  proxyMade: readonly number[];
  /** Failed where telemetry names no version; the most frequent first. */
  unassigned: readonly { flags: string; code: string; count: number }[];
  /** Reached workloads of no version, or of several; the most frequent first. */
  foreign: readonly { workload: string; isShared: boolean; count: number }[];
};

/** Sums of what was observed over slices, by their indexes; what has no count in them is left out. */
export function countedInWindow(
  { requests, failures, unassigned, foreign }: ObservedSource,
  { slices, versionCount }: { slices: readonly number[]; versionCount: number },
): CountedInWindow {
  const byVersion = (countsOf: (slice: number) => readonly number[] | undefined) =>
    Array.from({ length: versionCount }, (_, version) =>
      sum(slices.map((slice) => countsOf(slice)?.[version] ?? 0)),
    );
  const inWindow = <Beside extends { counts: readonly number[] }>(all: readonly Beside[]) =>
    all
      .map(({ counts, ...what }) => ({ ...what, count: sum(slices.map((slice) => counts[slice] ?? 0)) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count);
  return {
    counted: byVersion((slice) => requests[slice]),
    proxyMade: byVersion((slice) => failures[slice]?.proxyMade),
    unassigned: inWindow(unassigned),
    foreign: inWindow(foreign),
  };
}
