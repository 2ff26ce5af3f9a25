import type { Split, SplitVersion } from '../split.ts';
import type { CountedRow } from './counted-row.ts';
import { known, type Labels } from './counter-labels.ts';

/** Where the requests of a row went, in terms of a split. */
export type Place =
  | { kind: 'version'; index: number }
  /** They failed, before a version was chosen or without one that telemetry names. */
  | { kind: 'unassigned' }
  /** Several versions have the workload, and telemetry does not say which one was meant. */
  | { kind: 'ambiguous'; workload: string }
  | { kind: 'foreign'; workload: string }
  /** The proxy answered by itself (a redirect, a fixed answer): no rule with versions was met. */
  | { kind: 'answered' };

export type PlacedRow = { row: CountedRow; place: Place };

type Candidate = SplitVersion & { index: number };

/**
 * The version that a row's requests reached. A host that one version alone has, without a subset, names it even where no
 * workload was reached; versions of one host are told apart by the workload, and by its `version` label only where the
 * workload is not known. `host` is the row's, in full. Source: Istio's standard metrics; decisions.md (observed).
 */
export function placeRow(labels: Labels, { split, host, hasFailed }: PlaceInput): Place {
  const all = split.versions.map((version, index): Candidate => ({ ...version, index }));
  const ofHost = all.filter((version) => version.host === host);
  const workload = known(labels.destination_workload);
  const isChosen = labels.destination_service_namespace !== 'unknown';
  const [only] = ofHost;
  if (isChosen && only !== undefined && ofHost.length === 1 && only.subset === undefined)
    return { kind: 'version', index: only.index };

  const candidates = ofHost.length === 0 ? all : ofHost;
  const behind = workload === undefined ? [] : candidates.filter((version) => isBehind(version, labels));
  const found = behind.length > 0 ? behind : candidates.filter((version) => isLabelled(version, labels));
  const [first, second] = found;
  if (first !== undefined && second === undefined) return { kind: 'version', index: first.index };
  if (first !== undefined) return { kind: 'ambiguous', workload: workload ?? 'unknown' };
  if (workload !== undefined) return { kind: 'foreign', workload };
  if (hasFailed) return { kind: 'unassigned' };
  return isChosen || isPassedThrough(labels)
    ? { kind: 'foreign', workload: 'unknown' }
    : { kind: 'answered' };
}

type PlaceInput = { split: Pick<Split, 'versions'>; host: string; hasFailed: boolean };

function isBehind({ workloads, service }: SplitVersion, labels: Labels): boolean {
  const namespace = known(labels.destination_workload_namespace);
  const isThere = namespace === undefined || service === undefined || namespace === service.namespace;
  return isThere && workloads.includes(labels.destination_workload ?? '');
}

/** By the label that subsets are nearly always named after, where the workload says nothing. */
function isLabelled({ subset, workloads }: SplitVersion, labels: Labels): boolean {
  const isSilent = known(labels.destination_workload) === undefined || workloads.length === 0;
  if (subset === undefined || !isSilent) return false;
  return labels.destination_version === subset || labels.destination_canonical_revision === subset;
}

/** Sent on to the address that the caller had looked up, past every route. */
function isPassedThrough(labels: Labels): boolean {
  return labels.destination_service_name === 'PassthroughCluster';
}
