import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import { routeFactsOf } from '#server/mesh/graph/route-facts.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { covers } from '#server/mesh/routing/subject.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';
import type { AppliedObject } from './applied-object.ts';

type Named = { host: string; applied: AppliedObject };

/** Objects that name a Service or an outside host, ready to be looked up; made once for each snapshot. */
export type HostIndex = {
  /** By `<namespace>/<name>` of a Service: routes, backends of routes, DestinationRules, and Gateways before it. */
  ofService(key: string): readonly AppliedObject[];
  /** By a host that is no Service. */
  ofHost(host: string): readonly AppliedObject[];
};

const kept = new WeakMap<MeshObjects, HostIndex>();

export function hostIndexOf(objects: MeshObjects): HostIndex {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const index = buildIndex(objects);
  kept.set(objects, index);
  return index;
}

function buildIndex(objects: MeshObjects): HostIndex {
  const services = serviceKeysOf(objects);
  const byService = new Map<string, AppliedObject[]>();
  const byHost = new Map<string, AppliedObject[]>();
  const wildcards: Named[] = [];
  const addHost = ({ host, applied }: Named, namespace: string) => {
    const key = resolveHost(host, { namespace, services });
    if (key !== undefined && services.has(key)) push(byService, key, applied);
    else if (host.includes('*')) wildcards.push({ host, applied });
    else push(byHost, host, applied);
  };
  for (const { metadata, spec } of objects.VirtualService) {
    const object = reference('VirtualService', metadata);
    for (const host of spec.hosts)
      addHost(
        { host, applied: by(object, 'host', `It routes what is sent to ${host}.`) },
        metadata.namespace ?? '',
      );
    for (const { route = [] } of [...spec.http, ...spec.tls, ...spec.tcp])
      for (const { destination } of route)
        addHost(
          { host: destination.host, applied: by(object, 'backend', 'One of its routes leads here.') },
          metadata.namespace ?? '',
        );
  }
  for (const { metadata, spec } of objects.DestinationRule) {
    const applied = by(reference('DestinationRule', metadata), 'host', `Its host is ${spec.host}.`);
    addHost({ host: spec.host, applied }, metadata.namespace ?? '');
  }
  for (const { kind, namespace, name, hosts, backends } of routeFactsOf(objects)) {
    if (kind === 'VirtualService') continue;
    const object = { kind, namespace, name };
    for (const host of hosts)
      push(byService, host, by(object, 'host', 'It routes what is sent to this Service.'));
    for (const { service } of backends)
      push(byService, service, by(object, 'backend', 'One of its rules leads here.'));
  }
  return {
    ofService: (key) => {
      const [namespace = '', name = ''] = key.split('/');
      return [
        ...(byService.get(key) ?? []),
        ...coveredBy(`${name}.${namespace}.svc.cluster.local`, wildcards),
      ];
    },
    ofHost: (host) => [...(byHost.get(host) ?? []), ...coveredBy(host, wildcards)],
  };
}

/** A wildcard of an object covers a host; one in a host (`*.example.com`) is covered by names below it. */
function coveredBy(host: string, wildcards: readonly Named[]): AppliedObject[] {
  return wildcards
    .filter((one) => covers(one.host, host) || covers(host, one.host))
    .map(({ applied }) => applied);
}

function reference(kind: string, { namespace = '', name }: { namespace?: string | undefined; name: string }) {
  return { kind, namespace, name };
}

function by(object: AppliedObject['object'], scope: AppliedObject['scope'], why: string): AppliedObject {
  return { object, scope, why };
}

function push(map: Map<string, AppliedObject[]>, key: string, applied: AppliedObject): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [applied]);
  else known.push(applied);
}
