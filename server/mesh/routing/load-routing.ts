import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Routing, RoutingQuery } from '#lib/contract/routing.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import { absent, kindsOfTarget } from '#server/mesh/absent.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { routingOf } from './routing-of.ts';
import { routingSubject } from './subject.ts';

/** Kinds without which the answer is not whole. */
const kindsRead: readonly ObjectKind[] = [
  'Service',
  'ServiceEntry',
  'EndpointSlice',
  'Pod',
  'VirtualService',
  'DestinationRule',
  'IstioGateway',
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
];

/** Where a request to a Service or ServiceEntry goes. Throws as `absent` when neither has the name. */
export async function loadRouting(
  { namespace, name, cluster }: RoutingQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<Routing>> {
  const snapshot = await sources.objects.snapshot(signal);
  if (cluster !== undefined && cluster !== snapshot.cluster)
    throw new ViglaError(
      'not_found',
      `Objects of cluster ${cluster} cannot be read, only those of ${snapshot.cluster}`,
    );
  const { objects, rootNamespace } = snapshot;
  const warnings = snapshot.unread
    .filter(({ kind }) => kindsRead.includes(kind))
    .map(
      ({ kind, reason }): Warning => ({
        code: 'objects_missing',
        source: 'kubernetes',
        message: `${kind} objects could not be read, so what they decide is missing here: ${reason}`,
      }),
    );
  const subject = routingSubject(objects, { namespace, name });
  if (subject === undefined)
    throw absent({
      unread: snapshot.unread,
      kinds: kindsOfTarget.service,
      text: `Namespace ${namespace} has no Service and no ServiceEntry named ${name}`,
    });
  return { data: routingOf({ objects, rootNamespace, subject }), warnings };
}
