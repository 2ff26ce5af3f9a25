import { restrictedName } from '#lib/restricted-name.ts';
import type { Party } from '#server/mesh/graph/rows/edge-row.ts';
import type { SpanCall } from './span-calls.ts';

/**
 * A request as telemetry shows it to somebody who may see some namespaces: what stands in others has no name, so that it
 * is found in the graph and in the metrics where these show it.
 */
export function restrictedCall(
  call: SpanCall | undefined,
  visible: ReadonlySet<string> | undefined,
): SpanCall | undefined {
  if (call === undefined || visible === undefined) return call;
  const isHidden = (place: { namespace: string } | undefined) =>
    place !== undefined && place.namespace !== '' && !visible.has(place.namespace);
  const masked = (party: Party | undefined): Party | undefined =>
    party === undefined || !isHidden(party) ? party : { ...hiddenParty, cluster: party.cluster };
  const { addressed } = call;
  return {
    ...call,
    source: masked(call.source),
    destination: masked(call.destination),
    addressed:
      addressed === undefined || !isHidden(addressed)
        ? addressed
        : {
            cluster: addressed.cluster,
            namespace: restrictedName,
            name: restrictedName,
            host: restrictedName,
          },
  };
}

const hiddenParty = { namespace: restrictedName, workload: restrictedName, app: restrictedName, version: '' };
