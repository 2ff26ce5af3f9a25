import type { ObjectReference } from '#lib/contract/evidence.ts';
import { callersOf } from '#server/mesh/graph/decorators/routes/exported-to.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { ObjectIndex } from '#server/mesh/proxy/links/object-index.ts';
import type { ProxyFacts } from '#server/mesh/proxy/links/proxy-facts.ts';
import { isSameObject } from '#server/mesh/same-object.ts';
import { parentsOf } from './route-parents.ts';

/** Lower ranks are looked into first: whom the object is for, gateways, clients. */
export const ranks = { own: 0, gateway: 1, client: 2 } as const;

type Verdict = { rank: number; why: string } | undefined;
type CandidateRule = (proxy: ProxyFacts) => Verdict;
type Mesh = { objects: MeshObjects; rootNamespace: string; index: ObjectIndex };
type RuleMaker = (object: ObjectReference, mesh: Mesh) => CandidateRule;

/** Who may have something of an object of this kind. */
export function ruleFor(object: ObjectReference, mesh: Mesh): CandidateRule {
  const make = Object.hasOwn(makers, object.kind) ? makers[object.kind] : undefined;
  return (make ?? clientsRule)(object, mesh);
}

const makers: Record<string, RuleMaker> = {
  AuthorizationPolicy: policyRule,
  PeerAuthentication: policyRule,
  RequestAuthentication: policyRule,
  Telemetry: policyRule,
  WasmPlugin: policyRule,
  TrafficExtension: policyRule,
  ProxyConfig: policyRule,
  EnvoyFilter: policyRule,
  Sidecar: sidecarRule,
  IstioGateway: gatewayRule,
  Gateway: gatewayRule,
  VirtualService: virtualServiceRule,
  HTTPRoute: routeRule,
  GRPCRoute: routeRule,
  TCPRoute: routeRule,
  TLSRoute: routeRule,
  Service: serviceRule,
  Pod: podRule,
  Ingress: gatewaysRule,
  Secret: secretRule,
};

function policyRule(object: ObjectReference): CandidateRule {
  return ({ policies, type, namespace }) => {
    const applied = policies.get(object.kind)?.find((one) => isSameObject(one.object, object));
    if (applied !== undefined) return { rank: ranks.own, why: applied.why };
    // What targets a Service is enforced by its waypoint, which the policy does not name.
    if (type !== 'waypoint' || namespace !== object.namespace) return undefined;
    return { rank: ranks.client, why: 'A waypoint of the namespace enforces what targets its Services.' };
  };
}

function sidecarRule(object: ObjectReference): CandidateRule {
  return ({ sidecar }) =>
    sidecar?.metadata.name === object.name && sidecar.metadata.namespace === object.namespace
      ? { rank: ranks.own, why: 'It is the Sidecar in force for the pod.' }
      : undefined;
}

function gatewayRule(object: ObjectReference): CandidateRule {
  return ({ servers }) =>
    servers.some(({ gateway }) => isSameObject(gateway, object))
      ? { rank: ranks.own, why: 'The proxy serves this Gateway.' }
      : undefined;
}

function virtualServiceRule(object: ObjectReference, { index }: Mesh): CandidateRule {
  const { namespace, name } = object;
  const found = index.virtualService(namespace, name);
  if (found === undefined) return clientsRule(object);
  // A delegate is met wherever its root is.
  const isDelegate = found.spec.hosts.length === 0;
  const gateways = (found.spec.gateways ?? ['mesh']).map((gateway) => gateway.split('/'));
  const isInMesh = isDelegate || gateways.some(([first]) => first === 'mesh');
  const callers = callersOf(found.spec.exportTo, namespace);
  return (proxy) => {
    const isServing = proxy.servers.some(({ gateway }) =>
      gateways.some(([first, second]) =>
        second === undefined
          ? gateway.name === first && gateway.namespace === namespace
          : gateway.name === second && gateway.namespace === first,
      ),
    );
    if (isServing || (isDelegate && proxy.type === 'gateway'))
      return { rank: ranks.gateway, why: 'It is bound to a Gateway that the proxy serves.' };
    const isCaller = isInMesh && proxy.type !== 'gateway';
    return isCaller && (callers === '*' || callers.includes(proxy.namespace)) ? client : undefined;
  };
}

function routeRule(object: ObjectReference, { objects }: Mesh): CandidateRule {
  const parents = parentsOf(object, objects);
  if (parents === undefined) return clientsRule(object);
  return ({ servers, type }) => {
    if (servers.some(({ gateway }) => parents.gateways.some((parent) => isSameObject(gateway, parent))))
      return { rank: ranks.own, why: 'It is attached to a Gateway that the proxy serves.' };
    return parents.hasServices && type !== 'gateway' ? client : undefined;
  };
}

function serviceRule(object: ObjectReference): CandidateRule {
  return (proxy) =>
    proxy.services.some(
      ({ metadata }) => metadata.name === object.name && metadata.namespace === object.namespace,
    )
      ? { rank: ranks.own, why: 'The Service selects the pod.' }
      : asClient(proxy);
}

function podRule(object: ObjectReference): CandidateRule {
  return (proxy) =>
    proxy.name === object.name && proxy.namespace === object.namespace
      ? { rank: ranks.own, why: 'It is the pod’s own proxy.' }
      : asClient(proxy);
}

function gatewaysRule(): CandidateRule {
  return ({ type }) =>
    type === 'gateway' ? { rank: ranks.gateway, why: 'Gateways serve Ingresses.' } : undefined;
}

function secretRule({ namespace, name }: ObjectReference): CandidateRule {
  return (proxy) => {
    const isNamed = proxy.servers.some(({ secrets }) =>
      secrets.includes(`kubernetes://${namespace}/${name}`),
    );
    if (isNamed) return { rank: ranks.own, why: 'A Gateway that the proxy serves names the Secret.' };
    return proxy.namespace === namespace ? client : undefined;
  };
}

/** Everybody may have it: of hosts, of DestinationRules, of what does not exist any more. */
function clientsRule(_object: ObjectReference): CandidateRule {
  return asClient;
}

const client = { rank: ranks.client, why: 'Its pod may call.' };

function asClient({ type }: ProxyFacts): Verdict {
  return type === 'gateway' ? { rank: ranks.gateway, why: 'The gateway may lead there.' } : client;
}
