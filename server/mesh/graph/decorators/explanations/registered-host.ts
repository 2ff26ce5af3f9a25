import type { Evidence } from '#lib/contract/evidence.ts';
import { objectLink } from '#lib/object-place.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { DecoratorFacts } from '../../decorator.ts';
import { callersOf } from '../routes/exported-to.ts';
import { unreadEvidence } from './unread-evidence.ts';
import { listed, type UnregisteredCaller } from './unregistered-calls.ts';

type Advice = { text: string; evidence: Evidence[] };

/**
 * What to do so that the mesh knows the hosts: a ServiceEntry for those that none has, and for the others what keeps an
 * existing one from the callers.
 */
export function registrationAdvice(
  callers: readonly UnregisteredCaller[],
  { objects, unread = [] }: DecoratorFacts,
): Advice {
  if (unread.includes('ServiceEntry')) return { text: '', evidence: [unreadEvidence('ServiceEntry')] };
  const hosts = [...new Set(callers.flatMap((caller) => caller.hosts))].sort();
  const advice = hosts.map((host) => adviceFor(host, callers, objects));
  const missing = advice.flatMap(({ isMissing, host }) => (isMissing ? [host] : []));
  const namespaces = [
    ...new Set(
      callers
        .filter((caller) => caller.hosts.some((host) => missing.includes(host)))
        .map(({ namespace }) => namespace),
    ),
  ].sort();
  const register =
    missing.length === 0
      ? []
      : [
          `Register ${listed(missing)}: a ServiceEntry in ${namespaces.length === 1 ? 'namespace' : 'one of the namespaces'} ${listed(namespaces)}${namespaces.length === 1 ? '' : ', exported to all of them,'} with hosts [${missing.join(', ')}], location MESH_EXTERNAL, resolution DNS and the ports that are called.`,
        ];
  return {
    text: [...register, ...advice.flatMap(({ sentence }) => sentence ?? [])].join(' '),
    evidence: advice.flatMap(({ evidence }) => evidence),
  };
}

type HostAdvice = { host: string; isMissing: boolean; sentence?: string; evidence: Evidence[] };

function adviceFor(host: string, callers: readonly UnregisteredCaller[], objects: MeshObjects): HostAdvice {
  const entry = objects.ServiceEntry.find(({ spec }) =>
    spec.hosts.some((pattern) => matchesHost(pattern, host)),
  );
  if (entry === undefined) {
    return {
      host,
      isMissing: true,
      evidence: [{ kind: 'object', text: `No ServiceEntry has the host ${host}` }],
    };
  }
  const { namespace = '', name } = entry.metadata;
  const visibleTo = callersOf(entry.spec.exportTo, namespace);
  const calling = callers.filter(({ hosts }) => hosts.includes(host));
  const blind = calling.filter((caller) => visibleTo !== '*' && !visibleTo.includes(caller.namespace));
  const ports = (entry.spec.ports ?? []).map(({ number }) => number).join(', ');
  const evidence: Evidence[] = [
    {
      kind: 'object',
      text: `ServiceEntry ${namespace}/${name} spec.hosts: ${entry.spec.hosts.join(', ')}; ports: ${ports}; exportTo: ${entry.spec.exportTo?.join(', ') ?? '*'}`,
      link: objectLink({ kind: 'ServiceEntry', namespace, name }),
    },
    ...calling.flatMap(({ policy }) => sidecarEgress(policy?.sidecar)),
  ];
  const sentence =
    blind.length > 0
      ? `ServiceEntry ${namespace}/${name} has ${host}, but is not exported to ${listed([...new Set(blind.map((caller) => caller.namespace))])}: add the namespace to its exportTo.`
      : `ServiceEntry ${namespace}/${name} has ${host}: either the callers use another port than ${ports}, or the egress hosts of their Sidecar leave it out.`;
  return { host, isMissing: false, sentence, evidence };
}

function sidecarEgress(sidecar: NonNullable<UnregisteredCaller['policy']>['sidecar']): Evidence[] {
  if (sidecar?.spec.egress === undefined) return [];
  const { namespace = '', name } = sidecar.metadata;
  const hosts = sidecar.spec.egress.flatMap((egress) => egress.hosts);
  return [
    {
      kind: 'object',
      text: `Sidecar ${namespace}/${name} spec.egress.hosts: ${hosts.join(', ')}`,
      link: objectLink({ kind: 'Sidecar', namespace, name }, 'spec.egress'),
    },
  ];
}

function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*')
    ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length
    : pattern === host;
}
