import type { Membership } from '#lib/contract/inventory.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { canonicalName, canonicalRevision } from './canonical-name.ts';

type WorkloadEntry = ObjectOf<'WorkloadEntry'>;
type Labels = Readonly<Record<string, string>>;

/** A workload outside Kubernetes: a WorkloadGroup with the machines that joined it, or one WorkloadEntry alone. */
export type Machine = {
  kind: 'WorkloadGroup' | 'WorkloadEntry';
  namespace: string;
  name: string;
  app: string;
  version: string;
  labels: Labels;
  serviceAccount: string | undefined;
  metadata: WorkloadEntry['metadata'];
  ready: number;
  total: number;
  inMesh: Membership;
};

/** All of them, groups first. Entries that a group made stand in their group. */
export function machinesOf(objects: MeshObjects): Machine[] {
  const byGroup = Map.groupBy(objects.WorkloadEntry, (entry) => groupOf(entry) ?? '');
  const groups = objects.WorkloadGroup.map((group): Machine => {
    const { metadata, spec } = group;
    const { namespace = '', name } = metadata;
    const joined = byGroup.get(`${namespace}/${name}`) ?? [];
    const text = `Machines join it by themselves and run a proxy (WorkloadGroup); ${joined.length} have joined.`;
    return {
      ...named('WorkloadGroup', metadata, spec.metadata?.labels ?? {}),
      serviceAccount: spec.template?.serviceAccount ?? undefined,
      ready: joined.filter(isReady).length,
      total: joined.length,
      inMesh: { mode: 'sidecar', why: { text, evidence: [proof(`WorkloadGroup ${namespace}/${name}`)] } },
    };
  });
  const known = new Set(groups.map(({ namespace, name }) => `${namespace}/${name}`));
  const alone = objects.WorkloadEntry.filter((entry) => !known.has(groupOf(entry) ?? '')).map(
    (entry): Machine => ({
      ...named('WorkloadEntry', entry.metadata, entry.spec.labels),
      serviceAccount: entry.spec.serviceAccount,
      ready: isReady(entry) ? 1 : 0,
      total: 1,
      inMesh: entryMembership(entry),
    }),
  );
  return [...groups, ...alone];
}

function named(kind: Machine['kind'], metadata: WorkloadEntry['metadata'], labels: Labels) {
  const { namespace = '', name } = metadata;
  const [app, version] = [canonicalName(labels, name), canonicalRevision(labels)];
  return { kind, namespace, name, app, version, labels, metadata };
}

/** `<namespace>/<name>` of the group that istiod made an entry for. */
function groupOf({ metadata }: WorkloadEntry): string | undefined {
  const owner = metadata.ownerReferences.find(({ kind }) => kind === 'WorkloadGroup')?.name;
  const group = owner ?? metadata.annotations['istio.io/autoRegistrationGroup'];
  return group === undefined ? undefined : `${metadata.namespace ?? ''}/${group}`;
}

/** Callers of an entry speak mutual TLS to it only where this label says that a proxy is there. */
function entryMembership({ metadata, spec }: WorkloadEntry): Membership {
  const where = `WorkloadEntry ${metadata.namespace}/${metadata.name}`;
  if (spec.labels['security.istio.io/tlsMode'] === 'istio')
    return {
      mode: 'sidecar',
      why: {
        text: 'It is a machine outside Kubernetes that says it runs a proxy.',
        evidence: [proof(`${where}: label security.istio.io/tlsMode=istio`)],
      },
    };
  const text =
    'It is a machine outside Kubernetes; nothing says that it runs a proxy, so it is called without mutual TLS.';
  return { mode: 'none', why: { text, evidence: [proof(`${where}: no label security.istio.io/tlsMode`)] } };
}

/** istiod writes the condition only where it checks health; an entry written by hand is taken as it is. */
function isReady({ status }: WorkloadEntry): boolean {
  return (status?.conditions ?? []).every(
    ({ type, status: value }) => type !== 'Healthy' || value === 'True',
  );
}

function proof(text: string) {
  return { kind: 'object' as const, text };
}
