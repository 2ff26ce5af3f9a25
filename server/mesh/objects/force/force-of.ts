import type { Force, ObjectCondition } from '#lib/contract/objects.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { appliedPlaces } from '../applied-places.ts';
import { conditionsOf } from '../conditions.ts';
import type { FoundObject } from '../find-object.ts';
import type { MeshSnapshot } from '../mesh-snapshot.ts';
import { destinationRuleForce } from './destination-rule-force.ts';
import { istioGatewayForce } from './istio-gateway-force.ts';
import { peerAuthenticationForce } from './peer-authentication-force.ts';
import { sidecarForce } from './sidecar-force.ts';
import { virtualServiceForce } from './virtual-service-force.ts';

type Named = { namespace: string; name: string };
type ForceRule = (object: Named, snapshot: MeshSnapshot) => Force | undefined;

/** How it is decided, by kind, whether proxies act on an object; of other kinds nothing is said. */
const forceByKind: Partial<Record<ObjectKind, ForceRule>> = {
  VirtualService: virtualServiceForce,
  DestinationRule: destinationRuleForce,
  IstioGateway: istioGatewayForce,
  PeerAuthentication: peerAuthenticationForce,
  Sidecar: sidecarForce,
  AuthorizationPolicy: ifAppliedTo('AuthorizationPolicy'),
  RequestAuthentication: ifAppliedTo('RequestAuthentication'),
  Telemetry: ifAppliedTo('Telemetry'),
  WasmPlugin: ifAppliedTo('WasmPlugin'),
  TrafficExtension: ifAppliedTo('TrafficExtension'),
  EnvoyFilter: ifAppliedTo('EnvoyFilter'),
  ProxyConfig: ifAppliedTo('ProxyConfig'),
};

/** Whether proxies act on an object. A condition of its status that refuses it comes before all else. */
export function forceOf({ kind, object }: FoundObject, snapshot: MeshSnapshot): Force | undefined {
  const conditions = conditionsOf(object);
  const refused = conditions.find(
    ({ type, verdict }) => verdict === 'bad' && (type === 'Accepted' || type === 'Programmed'),
  );
  if (refused !== undefined) {
    const why = refused.message ?? refused.reason ?? 'without a reason';
    return { state: 'refused', text: `${refused.type} is ${refused.status}: ${why}` };
  }
  const { namespace = '', name } = object.metadata;
  const judged = forceByKind[kind]?.({ namespace, name }, snapshot);
  if (judged !== undefined) return judged;
  return acceptedForce(conditions);
}

/** Of a kind that controllers judge: what they say. */
function acceptedForce(conditions: readonly ObjectCondition[]): Force | undefined {
  const good = conditions.filter(({ verdict }) => verdict === 'good');
  const accepted = good.find(({ type }) => type === 'Accepted');
  if (accepted === undefined) return undefined;
  const programmed = good.find(({ type, of }) => type === 'Programmed' && of === accepted.of);
  const by = accepted.of === undefined ? '' : ` by ${accepted.of}`;
  const message = programmed?.message === undefined ? '' : `: ${programmed.message}`;
  return {
    state: 'inForce',
    text: programmed === undefined ? `Accepted${by}.` : `Accepted and programmed${by}${message}.`,
  };
}

/** Policies say for whom they are: one that nobody is chosen by changes nothing. */
function ifAppliedTo(kind: ObjectKind): ForceRule {
  return ({ namespace, name }, snapshot) => {
    const places = appliedPlaces({ kind, namespace, name }, snapshot);
    return places.length === 0
      ? { state: 'idle', text: 'No workload with a proxy and no service is chosen by it.' }
      : { state: 'inForce', text: 'The proxies of what it applies to act on it.' };
  };
}
