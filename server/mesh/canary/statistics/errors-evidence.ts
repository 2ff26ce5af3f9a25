import { dirichletMultinomial } from './dirichlet-multinomial.ts';
import { sum } from './sum.ts';
import { usableCount } from './usable-count.ts';

/** Of one slice of time, by version. */
export type SliceOfFailures = { requests: readonly number[]; failures: readonly number[] };

type Tally = { failures: number; expected: number };
type Past = { versions: readonly Tally[]; information: number };

/**
 * Natural logarithm of the evidence that failures are not shared out as requests are: at ln(100) some version fails more
 * often than another, 100 to 1, however often one looks. Requests of a time belong to failures of that time, so neither a
 * changing split nor an hour in which everything fails counts as a difference.
 *
 * Each slice is tested against its own request shares; what is expected instead follows from earlier slices alone (failures
 * of a version over those it would have had), so the product is a martingale where versions are alike. With constant shares
 * it is exactly `splitEvidence` of all failures. Failures out of few requests vary less than assumed, which only lowers the
 * evidence (Hoeffding, JASA 1963, theorem 4). Slices without failures, or with requests to one version only, add nothing.
 *
 * Source: Lindon & Malek, NeurIPS 2022 (counts of errors as time-inhomogeneous processes); peers.md section 3.3.
 */
export function errorsEvidence(slices: readonly SliceOfFailures[]): number {
  let past: Past = { versions: [], information: 0 };
  return slices.reduce((evidence, slice) => {
    const known = readSlice(slice);
    if (known === undefined) return evidence;
    const added = sliceEvidence(known, past);
    past = withSlice(past, known);
    return evidence + added;
  }, 0);
}

type KnownSlice = { failures: readonly number[]; shares: readonly number[]; total: number };

function readSlice({ requests, failures }: SliceOfFailures): KnownSlice | undefined {
  const failed = requests.map((_, version) => usableCount(failures[version]));
  // A failure is a request: where only one of both was read, it still happened.
  const sent = requests.map((count, version) => Math.max(usableCount(count), failed[version] ?? 0));
  const all = sum(sent);
  const total = sum(failed);
  if (total === 0 || sent.filter((count) => count > 0).length < 2) return undefined;
  return { failures: failed, shares: sent.map((count) => count / all), total };
}

function sliceEvidence({ failures, shares }: KnownSlice, { versions, information }: Past): number {
  const active = shares.flatMap((share, version) => (share > 0 ? [{ share, version }] : []));
  const prior = active.length;
  const tilted = active.map(({ share, version }) => {
    const record = versions[version] ?? { failures: 0, expected: 0 };
    return (share * (prior * share + record.failures)) / (prior * share + record.expected);
  });
  const strength = prior + information / spreadOf(shares);
  return dirichletMultinomial({
    counts: active.map(({ version }) => failures[version] ?? 0),
    concentration: tilted.map((share) => (strength * share) / sum(tilted)),
    shares: active.map(({ share }) => share),
  });
}

function withSlice({ versions, information }: Past, { failures, shares, total }: KnownSlice): Past {
  return {
    versions: shares.map((share, version) => ({
      failures: (versions[version]?.failures ?? 0) + (failures[version] ?? 0),
      expected: (versions[version]?.expected ?? 0) + total * share,
    })),
    information: information + total * spreadOf(shares),
  };
}

/** How much one failure tells about the versions: nothing where all requests go to one of them. */
function spreadOf(shares: readonly number[]): number {
  return 1 - sum(shares.map((share) => share ** 2));
}
