import type { DashboardsQuery } from '#lib/contract/dashboards.ts';
import type { DashboardKind } from '#lib/grafana-dashboards.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { topOwnerFinder } from '#server/mesh/inventory/top-owner.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { findProxy } from '#server/mesh/proxy/find-proxy.ts';

/** What is filled into the variables of dashboards, by what it is. */
export type DashboardValues = Partial<
  Record<'namespace' | 'workload' | 'service' | 'application' | 'pod' | 'revision' | 'cluster', string>
>;

/** Which dashboards show a subject, best first, and what to fill into them. */
export type DashboardSubject = { kinds: readonly DashboardKind[]; values: DashboardValues };

type Snapshot = { objects: MeshObjects; unread: readonly { kind: ObjectKind; reason: string }[] };
type Describe = (asked: DashboardsQuery, snapshot: Snapshot) => DashboardSubject;

/**
 * The dashboards for what a page is about. Istio's dashboard of services knows them by their full host name.
 * @throws ViglaError as `findProxy`
 */
export function dashboardSubject(asked: DashboardsQuery, snapshot: Snapshot): DashboardSubject {
  const { kinds, values } = subjects[asked.of](asked, snapshot);
  return { kinds, values: asked.cluster === undefined ? values : { ...values, cluster: asked.cluster } };
}

const subjects: Record<DashboardsQuery['of'], Describe> = {
  workload: ({ namespace, name }) => ({ kinds: ['workload'], values: { namespace, workload: name } }),
  service: ({ namespace = '', name = '' }, { objects }) => ({
    kinds: ['service'],
    values: { namespace, service: hostOf({ namespace, name }, objects) },
  }),
  application: ({ namespace, name }) => ({
    kinds: ['application'],
    values: { namespace, application: name },
  }),
  proxy: ({ namespace = '', name = '' }, snapshot) => {
    const { pod, type } = findProxy(snapshot, { namespace, pod: name });
    const workload = topOwnerFinder(snapshot.objects)(pod.metadata)?.name;
    return {
      kinds: type === 'ztunnel' ? ['proxy', 'ztunnel'] : ['proxy', 'workload'],
      values: { namespace, pod: name, ...(workload !== undefined && { workload }) },
    };
  },
  mesh: () => ({ kinds: ['mesh', 'performance', 'extensions'], values: {} }),
  controlPlane: ({ namespace, name }) => ({
    kinds: ['controlPlane'],
    values: { namespace, ...(name !== undefined && { revision: name }) },
  }),
};

/** As metrics name the destination: a Service by its full name, a ServiceEntry by its own host. */
function hostOf({ namespace, name }: { namespace: string; name: string }, objects: MeshObjects): string {
  const isNamed = ({ metadata }: MeshObjects['ServiceEntry'][number]) =>
    metadata.namespace === namespace && metadata.name === name;
  const isService = objects.Service.some(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  );
  const host = isService ? undefined : objects.ServiceEntry.find(isNamed)?.spec.hosts[0];
  return host ?? (name.includes('.') ? name : `${name}.${namespace}.svc.cluster.local`);
}
