import type { CanaryItem, CanarySourceSummary } from '#lib/contract/canaries.ts';
import type { ComparedVersions } from '#lib/contract/canary-comparison.ts';
import { isSameObject } from '#server/mesh/same-object.ts';
import type { JudgedAnswer, SplitAnswer } from './judged-answer.ts';
import type { JudgedSource } from './verdict/judged-source.ts';
import { summaryOf } from './verdict/summary.ts';

type SplitFields = Omit<CanaryItem, 'sources'>;

/** What list and page say of a split alike; the page knows more for its summary. */
export function splitFields({ split, judged, window }: JudgedAnswer, compared?: ComparedVersions) {
  const configured = configuredFields({ split, window });
  return {
    ...configured,
    versions: configured.versions.map((version, index) => {
      const { count, estimate } = judged.all.versions[index] ?? {};
      const isCounted = count !== undefined && estimate !== undefined;
      return isCounted ? { ...version, observed: { count, ...estimate } } : version;
    }),
    verdict: { status: judged.status, text: judged.text },
    summary: summaryOf(judged, split, compared),
    requestCount: judged.all.requestCount,
  };
}

/** What is known of a split without its requests. */
export function configuredFields({
  split,
  window,
}: Pick<SplitAnswer, 'split' | 'window'>): Omit<SplitFields, 'verdict' | 'summary'> {
  const { object, root } = split;
  const isDelegate = !isSameObject(root, object);
  return {
    object,
    ...(isDelegate ? { root } : {}),
    route: split.route,
    path: split.path,
    protocol: split.protocol,
    isMesh: split.isMesh,
    gateways: [...split.gateways],
    hosts: [...split.hosts],
    services: [...split.services],
    matches: [...split.matches],
    versions: split.versions.map(({ workloads, ...version }) => ({ ...version, workloads: [...workloads] })),
    window: {
      from: new Date(window.fromSeconds * 1000).toISOString(),
      to: new Date(window.toSeconds * 1000).toISOString(),
      reason: window.reason,
    },
    problems: split.problems.map((problem) => ({ ...problem })),
  };
}

/** A judged source, without what takes asking its proxies. */
export function sourceSummary({
  namespace,
  workload,
  kind,
  status,
  text,
  requestCount,
  versions,
}: JudgedSource) {
  return {
    namespace,
    workload,
    kind,
    verdict: { status, text },
    requestCount,
    versions: versions.map((version) => ({ ...version })),
  } satisfies CanarySourceSummary;
}
