import type { Evidence } from '#lib/contract/evidence.ts';
import type { EdgeProtocol } from '#lib/contract/graph.ts';
import { objectLink } from '#lib/object-place.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { type EffectiveMtls, effectiveMtls } from '#server/mesh/inventory/effective-mtls.ts';
import { type InventoryWorkload, inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import { unreadEvidence } from './unread-evidence.ts';

type Port = ObjectOf<'Service'>['spec']['ports'][number];

/** Why a workload lets callers in that speak no mutual TLS: the mode of its ports and the object that sets it. */
export function plaintextAccepted(
  workload: InventoryWorkload,
  { protocol, facts }: { protocol: EdgeProtocol; facts: DecoratorFacts },
): { text: string; evidence: Evidence[] } {
  const { namespace, name, labels } = workload;
  const who = `${namespace}/${name}`;
  if (facts.unread?.includes('PeerAuthentication') === true) {
    const text = `Why ${who} lets them in is not known, because PeerAuthentication objects could not be read.`;
    return { text, evidence: [unreadEvidence('PeerAuthentication')] };
  }
  const modes = servedPorts(workload, protocol, facts).map((port) => ({
    port,
    mtls: effectiveMtls({ namespace, labels, port }, facts),
  }));
  const open = modes.filter(({ mtls }) => mtls.mode !== 'STRICT');
  if (modes.length > 0 && open.length === 0) {
    return {
      text: `${who} accepts mutual TLS only, so these callers do have a certificate of the mesh, but told no name.`,
      evidence: modes.map(({ port, mtls }) => modeEvidence(mtls, `${who} port ${port}`)),
    };
  }
  // Without a Service nothing tells which port is called; the workload's own mode is what there is to say.
  const [first = { port: undefined, mtls: effectiveMtls({ namespace, labels }, facts) }] = open;
  const where = first.port === undefined ? '' : ` on port ${open.map(({ port }) => port).join(', ')}`;
  return {
    text: `${who} lets them in${where}, because ${because(first.mtls)}.`,
    evidence: [
      ...new Map(
        [first, ...open].map(({ port, mtls }) => {
          const evidence = modeEvidence(mtls, port === undefined ? who : `${who} port ${port}`);
          return [evidence.text, evidence];
        }),
      ).values(),
    ],
  };
}

function because({ mode, setBy }: EffectiveMtls): string {
  if (setBy === undefined) return `no PeerAuthentication says anything, and ${mode} is the default`;
  return `${setBy.kind} ${setBy.namespace}/${setBy.name} says ${mode}`;
}

function modeEvidence({ mode, setBy, field }: EffectiveMtls, who: string): Evidence {
  if (setBy === undefined)
    return { kind: 'object', text: `No PeerAuthentication applies to ${who}: ${mode} by default` };
  return {
    kind: 'object',
    text: `${setBy.kind} ${setBy.namespace}/${setBy.name} ${field}: ${mode}`,
    link: objectLink(setBy, field),
  };
}

/** Pod ports that the Services of a workload lead to and that speak the protocol, as far as their names tell. */
function servedPorts(
  workload: InventoryWorkload,
  protocol: EdgeProtocol,
  { objects, rootNamespace }: DecoratorFacts,
): number[] {
  const ports = inventoryOf(objects, rootNamespace)
    .servicesOf(workload)
    .flatMap(({ spec }) => spec.ports)
    .filter((port) => isTcp(port) === (protocol === 'tcp'))
    .map(({ port, targetPort = port }) => targetPort)
    .filter((port) => typeof port === 'number');
  return [...new Set(ports)].sort((one, other) => one - other);
}

const httpNames = /^(http|http2|https|grpc|grpc-web)(-|$)/;

/** Istio goes by `appProtocol`, then by the name up to its first dash; a port without either is sniffed, so it may be both. */
function isTcp({ name = '', appProtocol }: Port): boolean {
  return !httpNames.test(appProtocol?.replace(/^kubernetes\.io\/.*/, 'http') ?? name);
}
