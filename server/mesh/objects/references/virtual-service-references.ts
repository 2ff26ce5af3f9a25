import type { ObjectOf } from '#lib/objects/kinds.ts';
import { gatewayReference } from '#server/mesh/gateway-reference.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { destinationReferences } from './destination-references.ts';
import { type FieldReference, hostReferences, type Naming, referenceTo } from './field-reference.ts';

type VirtualService = ObjectOf<'VirtualService'>;

/** Hosts, gateways, delegates, destinations with their subsets, and mirrors. */
export function virtualServiceReferences(
  { metadata, spec }: VirtualService,
  objects: MeshObjects,
): FieldReference[] {
  const from = referenceTo('VirtualService', metadata);
  const gateways = spec.gateways ?? ['mesh'];
  const isForMesh = gateways.includes('mesh');
  return [
    ...spec.hosts.flatMap((host, index) => {
      const references = hostReferences(
        host,
        {
          from,
          path: `spec.hosts[${index}]`,
          why: `It routes what is sent to ${host}.`,
          whyBack: `Its host ${host} is routed by it.`,
        },
        objects,
      );
      // At a gateway a host is what clients ask for, and need not be known to the mesh.
      return isForMesh ? references : references.filter(({ to }) => exists(to, objects));
    }),
    ...gateways.flatMap((gateway, index) =>
      gateway === 'mesh'
        ? []
        : [
            {
              from,
              path: `spec.gateways[${index}]`,
              to: { kind: 'IstioGateway', ...gatewayReference(gateway, from.namespace) },
              why: 'It is bound to this gateway.',
              whyBack: 'Its routes are served at this gateway.',
            },
          ],
    ),
    ...spec.http.flatMap((rule, index) => {
      const path = `spec.http[${index}]`;
      const { delegate, mirror } = rule;
      return [
        ...(rule.route ?? []).flatMap(({ destination }, at) =>
          destinationReferences(
            destination,
            { ...ledBy(from, rule.name), path: `${path}.route[${at}].destination` },
            objects,
          ),
        ),
        ...(delegate === undefined
          ? []
          : [
              {
                from,
                path: `${path}.delegate`,
                to: {
                  kind: 'VirtualService',
                  namespace: delegate.namespace ?? from.namespace,
                  name: delegate.name ?? '',
                },
                why: 'It leaves the rest of the choice to this VirtualService.',
                whyBack: 'It is where this one’s rules come into force.',
              },
            ]),
        ...(mirror === undefined
          ? []
          : destinationReferences(mirror, { ...copiedBy(from), path: `${path}.mirror` }, objects)),
        ...(rule.mirrors ?? []).flatMap(({ destination }, at) =>
          destinationReferences(
            destination,
            { ...copiedBy(from), path: `${path}.mirrors[${at}].destination` },
            objects,
          ),
        ),
      ];
    }),
    ...(['tls', 'tcp'] as const).flatMap((protocol) =>
      spec[protocol].flatMap(({ route = [] }, index) =>
        route.flatMap(({ destination }, at) =>
          destinationReferences(
            destination,
            { ...ledBy(from, undefined), path: `spec.${protocol}[${index}].route[${at}].destination` },
            objects,
          ),
        ),
      ),
    ),
  ];
}

function exists({ kind, namespace, name }: FieldReference['to'], objects: MeshObjects): boolean {
  const all = kind === 'Service' ? objects.Service : objects.ServiceEntry;
  return all.some(({ metadata }) => metadata.name === name && (metadata.namespace ?? '') === namespace);
}

type Of = Omit<Naming, 'path'>;

function ledBy(from: Naming['from'], rule: string | undefined): Of {
  const name = rule === undefined ? 'One of its rules' : `Its rule ${rule}`;
  return { from, why: `${name} leads here.`, whyBack: 'One of its rules leads here.' };
}

function copiedBy(from: Naming['from']): Of {
  return { from, why: 'It sends copies of requests here.', whyBack: 'It sends copies of requests here.' };
}
