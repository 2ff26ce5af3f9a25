import { z } from 'zod';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { workloadsOfIstioGateway } from '#server/mesh/graph/facts/gateway-workloads.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type FieldReference, hostReferences, referenceTo } from './field-reference.ts';

const tlsSchema = z.looseObject({ tls: z.looseObject({ credentialName: z.string().optional() }).nullish() });

/** The host, and the Secret of its TLS settings. */
export function destinationRuleReferences(
  { metadata, spec }: ObjectOf<'DestinationRule'>,
  objects: MeshObjects,
): FieldReference[] {
  const from = referenceTo('DestinationRule', metadata);
  const why = 'It says how requests to it are sent.';
  const whyBack = 'It says how requests to it are sent.';
  return [
    ...hostReferences(spec.host, { from, path: 'spec.host', why, whyBack }, objects),
    ...secretOf(spec.trafficPolicy, { from, path: 'spec.trafficPolicy.tls.credentialName' }),
  ];
}

/** The Secrets of its servers. Who serves it is found by labels, not by name. */
export function istioGatewayReferences(
  { metadata, spec }: ObjectOf<'IstioGateway'>,
  objects: MeshObjects,
): FieldReference[] {
  const from = referenceTo('IstioGateway', metadata);
  // A gateway reads Secrets of the namespace that its proxy stands in, which is not always its own.
  const [proxy = ''] = workloadsOfIstioGateway(objects, from);
  const [place] = proxy.split('/');
  return spec.servers.flatMap((server, index) =>
    secretOf(server, { from, path: `spec.servers[${index}].tls.credentialName`, place }),
  );
}

type Naming = Pick<FieldReference, 'from' | 'path'> & { place?: string | undefined };

function secretOf(holder: unknown, { from, path, place = '' }: Naming): FieldReference[] {
  const name = tlsSchema.safeParse(holder).data?.tls?.credentialName;
  if (name === undefined) return [];
  const [namespace, plain] = /^kubernetes:\/\/([^/]+)\/(.+)$/.exec(name)?.slice(1) ?? [place, name];
  return [
    {
      from,
      path,
      to: { kind: 'Secret', namespace: namespace ?? '', name: plain ?? name },
      why: 'Its certificate comes from this Secret.',
      whyBack: 'It takes its certificate from here.',
    },
  ];
}

/** WorkloadEntries that a ServiceEntry's selector chooses. */
export function serviceEntryReferences(
  { metadata, spec }: ObjectOf<'ServiceEntry'>,
  objects: MeshObjects,
): FieldReference[] {
  const selector = spec.workloadSelector?.labels ?? {};
  if (Object.keys(selector).length === 0) return [];
  return objects.WorkloadEntry.filter(
    (entry) =>
      entry.metadata.namespace === metadata.namespace && matchesSelector(entry.spec.labels, selector),
  ).map((entry) => ({
    from: referenceTo('ServiceEntry', metadata),
    path: 'spec.workloadSelector',
    to: referenceTo('WorkloadEntry', entry.metadata),
    why: 'Its selector chooses this machine as an endpoint.',
    whyBack: 'Its selector chooses this machine as an endpoint.',
  }));
}

/** Hosts that are named without a wildcard: `namespace/host`, where `.` and `*` may stand for the namespace. */
export function sidecarReferences(
  { metadata, spec }: ObjectOf<'Sidecar'>,
  objects: MeshObjects,
): FieldReference[] {
  const from = referenceTo('Sidecar', metadata);
  return (spec.egress ?? []).flatMap(({ hosts }, index) =>
    hosts.flatMap((text, at) => {
      const host = text.slice(text.indexOf('/') + 1);
      if (host.includes('*')) return [];
      const why = 'Its workloads may know this host.';
      const whyBack = 'Its workloads may know this one.';
      return hostReferences(
        host,
        { from, path: `spec.egress[${index}].hosts[${at}]`, why, whyBack },
        objects,
      );
    }),
  );
}
