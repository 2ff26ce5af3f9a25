import { z } from 'zod';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { Applying } from './applying.ts';

const labels = z.record(z.string(), z.string()).optional();
const targetSchema = z.looseObject({
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
});
export type TargetReference = z.output<typeof targetSchema>;

/** The same idea has three spellings: `selector.matchLabels`, `workloadSelector.labels`, `workloadSelector.matchLabels`. */
const specSchema = z.looseObject({
  selector: z.looseObject({ matchLabels: labels }).optional(),
  workloadSelector: z.looseObject({ labels, matchLabels: labels }).optional(),
  targetRef: targetSchema.optional(),
  targetRefs: z.array(targetSchema).optional(),
});

export type WorkloadSelection = {
  labels: Readonly<Record<string, string>> | undefined;
  /** The field that holds the labels. */
  field: string;
  targets: readonly TargetReference[];
};

/** What a policy chooses; a spec that cannot be read chooses nothing by labels, so it holds for its namespace. */
export function workloadSelectionOf(spec: unknown): WorkloadSelection {
  const parsed = specSchema.safeParse(spec ?? {});
  if (!parsed.success) return { labels: undefined, field: 'spec', targets: [] };
  const { selector, workloadSelector, targetRef, targetRefs = [] } = parsed.data;
  const targets = targetRef === undefined ? targetRefs : [targetRef, ...targetRefs];
  if (selector?.matchLabels !== undefined)
    return { labels: selector.matchLabels, field: 'spec.selector.matchLabels', targets };
  if (workloadSelector?.matchLabels !== undefined)
    return { labels: workloadSelector.matchLabels, field: 'spec.workloadSelector.matchLabels', targets };
  return { labels: workloadSelector?.labels, field: 'spec.workloadSelector.labels', targets };
}

type Workload = { namespace: string; labels: Readonly<Record<string, string>> };

/** Whether and how a selection of an object in a namespace holds for a workload. Source: Istio's workload selectors. */
export function selectsWorkload(
  { labels: chosen, field, targets }: WorkloadSelection,
  at: { namespace: string; rootNamespace: string; workload: Workload },
): Pick<Applying, 'way' | 'because'> | undefined {
  const { namespace, rootNamespace, workload } = at;
  // What is bound to a target holds for that target's proxies only.
  if (targets.length > 0) return targetsGateway(targets, at);
  const isRoot = namespace === rootNamespace;
  if (namespace !== workload.namespace && !isRoot) return undefined;
  if (chosen !== undefined && Object.keys(chosen).length > 0) {
    if (!matchesSelector(workload.labels, chosen)) return undefined;
    return { way: 'selector', because: `${field}: ${labelsText(chosen)}` };
  }
  return isRoot
    ? { way: 'mesh', because: `no selector, in the root namespace ${rootNamespace}` }
    : { way: 'namespace', because: `no selector, in namespace ${namespace}` };
}

function targetsGateway(
  targets: readonly TargetReference[],
  { namespace, workload }: { namespace: string; workload: Workload },
): Pick<Applying, 'way' | 'because'> | undefined {
  const gateway = workload.labels['gateway.networking.k8s.io/gateway-name'];
  const found = targets.find(
    ({ kind, name }) => kind === 'Gateway' && name === gateway && namespace === workload.namespace,
  );
  return found && { way: 'target', because: `spec.targetRefs: Gateway ${found.name}` };
}

export function labelsText(chosen: Readonly<Record<string, string>>): string {
  return Object.entries(chosen)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
