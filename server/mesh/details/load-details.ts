import type { ApplicationDetail, ServiceDetail, TargetQuery, WorkloadDetail } from '#lib/contract/details.ts';
import type { Answer } from '#lib/contract/envelope.ts';
import type { InventoryQuery } from '#lib/contract/inventory.ts';
import type { TargetKind } from '#lib/target.ts';
import { ViglaError } from '#server/errors.ts';
import { kindsOfTarget } from '#server/mesh/absent.ts';
import type { ListFacts } from '#server/mesh/inventory/list-facts.ts';
import { applicationFacts, serviceFacts, workloadFacts } from '#server/mesh/inventory/list-facts-of.ts';
import { loadPicture } from '#server/mesh/inventory/load-picture.ts';
import type { MeshPicture } from '#server/mesh/inventory/mesh-picture.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { applicationDetail, reportedApplicationDetail } from './application-detail.ts';
import type { DetailFacts } from './detail-facts.ts';
import { findTarget } from './find-target.ts';
import { loadSyncs, syncWarnings } from './load-syncs.ts';
import { reportedServiceDetail, serviceDetail, serviceEntryDetail } from './service-detail.ts';
import { machineDetail, reportedWorkloadDetail, workloadDetail } from './workload-detail.ts';

/**
 * A workload with its pods, its identity and what Istio asks of it. Throws `not_found` for a name that neither objects nor
 * telemetry know, `bad_parameter` where several clusters have it, and the source's error when nothing could be read.
 */
export async function loadWorkload(
  query: TargetQuery,
  context: LoadContext,
): Promise<Answer<WorkloadDetail>> {
  const [picture, sync] = await Promise.all([loadTarget(query, context), loadSyncs(context)]);
  const facts = factsOf(picture, workloadFacts(picture), sync.syncs);
  const found = findTarget({
    ...about(picture, { query, word: 'workload' }),
    declared: declaredWorkload(query, facts),
    kinds: ['workload'],
    nodes: facts.list.traffic.nodes,
  });
  if ('reported' in found)
    return { data: reportedWorkloadDetail(found.reported, facts), warnings: picture.warnings };
  const data = found.declared();
  return { data, warnings: [...picture.warnings, ...syncWarnings(data, sync)] };
}

function declaredWorkload(
  { namespace, name }: TargetQuery,
  facts: DetailFacts,
): (() => WorkloadDetail) | undefined {
  const workload = facts.list.inventory.workload(namespace, name);
  if (workload !== undefined) return () => workloadDetail(workload, facts);
  const machine = facts.list.machines.find((one) => one.namespace === namespace && one.name === name);
  return machine && (() => machineDetail(machine, facts));
}

/** A Service or ServiceEntry with its endpoints. Throws as `loadWorkload` does. */
export async function loadService(query: TargetQuery, context: LoadContext): Promise<Answer<ServiceDetail>> {
  const picture = await loadTarget(query, context);
  const facts = factsOf(picture, serviceFacts(picture), undefined);
  const { inventory, traffic, serviceEntries } = facts.list;
  const service = inventory.service(query.namespace, query.name);
  const entry = serviceEntries.find(
    ({ metadata }) => metadata.namespace === query.namespace && metadata.name === query.name,
  );
  const found = findTarget({
    ...about(picture, { query, word: 'service' }),
    declared:
      service === undefined
        ? entry && (() => serviceEntryDetail(entry, facts))
        : () => serviceDetail(service, facts),
    kinds: ['service', 'serviceEntry'],
    nodes: traffic.nodes,
  });
  const data = 'reported' in found ? reportedServiceDetail(found.reported, facts) : found.declared();
  return { data, warnings: picture.warnings };
}

/** An application with its workloads and Services. Throws as `loadWorkload` does. */
export async function loadApplication(
  query: TargetQuery,
  context: LoadContext,
): Promise<Answer<ApplicationDetail>> {
  const picture = await loadTarget(query, context, ['latency']);
  const facts = factsOf(picture, applicationFacts(picture), undefined);
  const { namespace, name } = query;
  const workloads = facts.list.inventory.application({ namespace, app: name });
  const found = findTarget({
    ...about(picture, { query, word: 'application' }),
    declared: workloads.length === 0 ? undefined : workloads,
    kinds: ['application'],
    nodes: facts.list.traffic.nodes,
  });
  const data =
    'reported' in found
      ? reportedApplicationDetail(found.reported, facts)
      : applicationDetail(found.declared, {
          ...facts,
          workloads: workloadFacts(picture),
          services: serviceFacts(picture),
        });
  return { data, warnings: picture.warnings };
}

/** Response times are dear, and only the table of an application's members shows them. */
async function loadTarget(
  { namespace, range, at }: TargetQuery,
  context: LoadContext,
  include: InventoryQuery['include'] = [],
) {
  return loadPicture({ namespaces: [namespace], range, at, include }, context);
}

function about(picture: MeshPicture, { query, word }: { query: TargetQuery; word: TargetKind }) {
  const { cluster, objectsKnown, objectsError } = picture;
  return {
    query,
    word,
    home: cluster,
    unreadBecause: objectsKnown ? unreadKindOf(word, picture) : objectsError,
  };
}

function unreadKindOf(word: TargetKind, { unread }: MeshPicture): ViglaError | undefined {
  const kind = kindsOfTarget[word].find((one) => unread.includes(one));
  if (kind === undefined) return undefined;
  const text = `Whether there is such a ${word} is not known, because ${kind} objects could not be read; the state of the sources says why.`;
  return new ViglaError('source_unreachable', text);
}

function factsOf<List extends ListFacts>(
  { objects, unread, cluster, rootNamespace }: MeshPicture,
  list: List,
  syncs: DetailFacts['syncs'],
): DetailFacts<List> {
  return { objects, unread, cluster, rootNamespace, list, syncs };
}
