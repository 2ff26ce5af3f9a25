import { canaryStatuses, type JudgedStatus } from '#lib/contract/canaries.ts';
import type { Observation, ObservedSource } from '../observed.ts';
import type { PinnedSource } from '../pins/pinned-source.ts';
import { pinsOfCaller } from '../pins-of-caller.ts';
import type { Split } from '../split.ts';
import { judgeSource } from './judge-source.ts';
import type { JudgedSource } from './judged-source.ts';
import { whoIsJudged, withoutDirect } from './who-is-judged.ts';
import { windowSlices } from './window-slices.ts';

export type SplitInput = {
  split: Split;
  observation: Observation;
  window: { fromSeconds: number; toSeconds: number };
  /** By `<namespace>/<workload>`. */
  pinned: ReadonlyMap<string, PinnedSource>;
  isGateway(key: string): boolean;
};

export type JudgedSplit = {
  status: JudgedStatus;
  text: string;
  /** The most urgent first. */
  sources: readonly JudgedSource[];
  direct: readonly ObservedSource[];
  /** All judged sources as one. */
  all: JudgedSource;
};

const decided: readonly JudgedStatus[] = ['mismatch', 'minor', 'consistent'];

/**
 * Judges every caller, and the split by its worst decided caller; where each sends too little to decide, by all of them
 * together. Source: decisions.md.
 */
export function judgeSplit({ split, observation, window, pinned, isGateway }: SplitInput): JudgedSplit {
  const slices = windowSlices(observation, window);
  const endSeconds = observation.slices.map((slice) => slice.endSeconds);
  const callers = withoutDirect(whoIsJudged(split, observation, isGateway), pinned);
  const common = { slices, endSeconds };
  const sources = callers.judged
    .map((observed) => {
      const key = `${observed.namespace}/${observed.workload}`;
      const met = { ...split, pins: pinsOfCaller(split, observed) };
      const kind = kindOf(observed, isGateway(key));
      return judgeSource({ ...common, split: met, observed, kind, pinned: pinned.get(key) });
    })
    .filter(
      ({ requestCount, unassigned, foreign }) =>
        // Who only reached other workloads is no caller of the versions.
        requestCount > 0 || unassigned.length > 0 || foreign.some(({ isShared }) => isShared),
    )
    .sort(byUrgency);
  const [only, ...others] = sources;
  const all =
    only !== undefined && others.length === 0
      ? only
      : judgeSource({
          ...common,
          split: { ...split, pins: pinsOfAny(split, callers.judged) },
          observed: together(callers.judged, observation),
          kind: 'workload',
          pinned: pinnedTogether(sources, { split, pinned }),
        });
  const worst = sources.find(({ status }) => decided.includes(status));
  const verdict = worst ?? (decided.includes(all.status) ? all : (sources[0] ?? all));
  const text =
    sources.length > 1 && worst !== undefined && worst.status !== 'consistent'
      ? `${worst.workload}: ${worst.text}`
      : verdict.text;
  return { status: verdict.status, text, sources, direct: callers.direct, all };
}

function kindOf({ workload, reporter }: ObservedSource, isGateway: boolean): JudgedSource['kind'] {
  if (isGateway) return 'gateway';
  if (workload === 'unknown') return 'unknown';
  return reporter === 'waypoint' ? 'waypoint' : 'workload';
}

function byUrgency(one: JudgedSource, other: JudgedSource): number {
  return (
    canaryStatuses.indexOf(one.status) - canaryStatuses.indexOf(other.status) ||
    other.requestCount - one.requestCount ||
    one.workload.localeCompare(other.workload)
  );
}

/** The other rules that some of the callers meet. */
function pinsOfAny(split: Split, callers: readonly ObservedSource[]): Split['pins'] {
  const met = new Set(callers.flatMap((caller) => pinsOfCaller(split, caller)));
  return split.pins.filter((pin) => met.has(pin));
}

/** The callers as one, slice by slice. */
function together(sources: readonly ObservedSource[], { slices }: Observation): ObservedSource {
  const add = (lists: readonly (readonly number[])[]) =>
    lists.reduce<number[]>((sums, list) => list.map((count, index) => count + (sums[index] ?? 0)), []);
  return {
    namespace: '',
    workload: '',
    reporter: 'source',
    requests: slices.map((_, slice) => add(sources.map(({ requests }) => requests[slice] ?? []))),
    failures: slices.map((_, slice) => ({
      application: add(sources.map(({ failures }) => failures[slice]?.application ?? [])),
      proxyMade: add(sources.map(({ failures }) => failures[slice]?.proxyMade ?? [])),
    })),
    unassigned: sources.flatMap(({ unassigned }) => unassigned),
    foreign: sources.flatMap(({ foreign }) => foreign),
  };
}

/** What was taken out of each, as shares of all; not measured where it was not for one of them. */
function pinnedTogether(
  sources: readonly JudgedSource[],
  { split, pinned }: Pick<SplitInput, 'split' | 'pinned'>,
): PinnedSource | undefined {
  if (sources.every(({ pinned }) => pinned === undefined)) return undefined;
  const unmeasured = sources.find(({ pinned }) => pinned?.isMeasured === false);
  if (unmeasured !== undefined)
    return {
      isMeasured: false,
      lines: 0,
      pinnedShares: split.versions.map(() => 0),
      why: `not those of ${unmeasured.workload}`,
    };
  const pinnedShares = split.versions.map((_, version) => {
    const counted = sources.reduce((sum, source) => sum + (source.counted[version] ?? 0), 0);
    const left = sources.reduce((sum, source) => sum + (source.versions[version]?.count ?? 0), 0);
    return counted === 0 ? 0 : Math.max(0, 1 - left / counted);
  });
  const measured = sources.flatMap(({ namespace, workload }) => pinned.get(`${namespace}/${workload}`) ?? []);
  const linesByVersion = split.versions.map((_, version) =>
    measured.reduce((sum, source) => sum + (source.linesByVersion?.[version] ?? 0), 0),
  );
  const lines = measured.reduce((sum, source) => sum + source.lines, 0);
  return { isMeasured: true, lines, pinnedShares, linesByVersion, why: 'measured of each caller' };
}
