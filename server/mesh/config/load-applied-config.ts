import type { AppliedConfig, AppliedConfigQuery } from '#lib/contract/applied-config.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { TargetKind } from '#lib/target.ts';
import { ViglaError } from '#server/errors.ts';
import { absent, kindsOfTarget } from '#server/mesh/absent.ts';
import { type AppliedObject, sortApplied } from '#server/mesh/applies/applied-object.ts';
import {
  objectsThatApplyToService,
  objectsThatApplyToWorkload,
} from '#server/mesh/applies/objects-that-apply.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { routingSubject } from '#server/mesh/routing/subject.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { appliedConfig } from './applied-config.ts';

/** Every object that says something about a workload. Throws `not_found` for a name that no object has. */
export async function loadWorkloadConfig(query: AppliedConfigQuery, context: LoadContext) {
  return loadAppliedConfig('workload', query, context);
}

export async function loadServiceConfig(query: AppliedConfigQuery, context: LoadContext) {
  return loadAppliedConfig('service', query, context);
}

export async function loadApplicationConfig(query: AppliedConfigQuery, context: LoadContext) {
  return loadAppliedConfig('application', query, context);
}

type Mesh = { objects: MeshObjects; rootNamespace: string };
type Named = { namespace: string; name: string };

/** What applies to a target; undefined where no object has its name. */
const finders: Record<TargetKind, (at: Named, mesh: Mesh) => AppliedObject[] | undefined> = {
  workload({ namespace, name }, mesh) {
    const workload = inventoryOf(mesh.objects, mesh.rootNamespace).workload(namespace, name);
    return workload && ofWorkloads([workload], mesh);
  },
  application({ namespace, name }, mesh) {
    const workloads = inventoryOf(mesh.objects, mesh.rootNamespace).application({ namespace, app: name });
    return workloads.length === 0 ? undefined : ofWorkloads(workloads, mesh);
  },
  service(at, mesh) {
    const subject = routingSubject(mesh.objects, at);
    return subject && objectsThatApplyToService(subject, mesh);
  },
};

function ofWorkloads(workloads: readonly InventoryWorkload[], mesh: Mesh): AppliedObject[] {
  const inventory = inventoryOf(mesh.objects, mesh.rootNamespace);
  return sortApplied(
    workloads.flatMap((workload) => {
      const { namespace, name, labels } = workload;
      const services = inventory.servicesOf(workload).map(({ metadata }) => metadata.name);
      return objectsThatApplyToWorkload({ namespace, name, labels, services }, mesh);
    }),
  );
}

async function loadAppliedConfig(
  kind: TargetKind,
  query: AppliedConfigQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<AppliedConfig>> {
  const { objects, rootNamespace, cluster, unread } = await sources.objects.snapshot(signal);
  if (query.cluster !== undefined && query.cluster !== cluster)
    throw new ViglaError(
      'not_found',
      `Objects of cluster ${query.cluster} cannot be read, only those of ${cluster}.`,
    );
  const applied = finders[kind](query, { objects, rootNamespace });
  if (applied === undefined)
    throw absent({
      unread,
      kinds: kindsOfTarget[kind],
      text: `No object makes a ${kind} named ${query.name} in namespace ${query.namespace}; /api/${kind}s lists those there are.`,
    });
  const warnings = unread.map(
    ({ kind: missing, reason }): Warning => ({
      code: 'objects_missing',
      source: 'kubernetes',
      message: `${missing} objects could not be read, so those that apply are missing here: ${reason}`,
    }),
  );
  return { data: { items: appliedConfig(applied, objects) }, warnings };
}
