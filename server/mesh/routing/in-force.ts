import type { Explanation, ObjectReference } from '#lib/contract/evidence.ts';
import type { ServiceRoute } from '#lib/contract/routing.ts';
import { objectLink } from '#lib/object-place.ts';
import {
  workloadsOfIstioGateway,
  workloadsOfKubernetesGateway,
} from '#server/mesh/graph/facts/gateway-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type RouteDraft, type RoutingInput, referenceText } from './route-draft.ts';

/** Routes with the verdict whether proxies apply them: those in force first, and of these the host's own. */
export function judgeRoutes(drafts: readonly RouteDraft[], input: RoutingInput): ServiceRoute[] {
  return [...drafts]
    .sort((left, right) => rankOf(left) - rankOf(right))
    .map((draft): ServiceRoute => {
      const { createdAt: _created, isNamed: _named, exportTo: _export, rules, ...route } = draft;
      const { isInForce, why } = verdictOf(draft, { drafts, input });
      return { ...route, rules: rules.map(({ paths: _paths, ...rule }) => rule), isInForce, why };
    })
    .sort((left, right) => Number(right.isInForce) - Number(left.isInForce));
}

function rankOf({ isNamed, side }: RouteDraft): number {
  if (side === 'gateway') return 2;
  return isNamed ? 0 : 1;
}

type Verdict = { isInForce: boolean; why: Explanation };
type Beside = { drafts: readonly RouteDraft[]; input: RoutingInput };

function verdictOf(draft: RouteDraft, { drafts, input }: Beside): Verdict {
  return draft.side === 'gateway' ? atGateways(draft, input.objects) : inMesh(draft, drafts, input);
}

function inMesh(draft: RouteDraft, drafts: readonly RouteDraft[], { subject }: RoutingInput): Verdict {
  const older = drafts.find(
    (other) =>
      other !== draft &&
      draft.isNamed &&
      other.isNamed &&
      other.side === 'mesh' &&
      draft.object.kind === 'VirtualService' &&
      other.object.kind === 'VirtualService' &&
      other.object.name !== draft.object.name &&
      other.hosts.some((host) => !host.includes('*')) &&
      ageOf(other) < ageOf(draft),
  );
  if (older !== undefined) {
    const text = `${referenceText(older.object)} names the same host and is older: callers’ proxies take only that one.`;
    return {
      isInForce: false,
      why: { text, fix: 'Put all rules of a host into one VirtualService.', ...proof(draft, older) },
    };
  }
  const { exportTo, object } = draft;
  const isPrivate = exportTo.length > 0 && !exportTo.includes('*');
  const where = isPrivate
    ? exportTo.map((one) => (one === '.' ? object.namespace : one)).join(', ')
    : undefined;
  const who =
    where === undefined
      ? 'Every caller with a proxy applies it'
      : `Callers with a proxy in namespace ${where} apply it`;
  const text = draft.isNamed
    ? `${who}, because it names the host of ${subject.namespace}/${subject.name}.`
    : `${who} to requests for ${draft.hosts.join(', ')}; some of them end here.`;
  return { isInForce: true, why: { text, ...proof(draft) } };
}

/** Istio sorts by time of creation, then by name. */
function ageOf({ createdAt, object }: RouteDraft): string {
  return `${createdAt} ${object.name} ${object.namespace}`;
}

function atGateways(draft: RouteDraft, objects: MeshObjects): Verdict {
  const found = draft.gateways.map((gateway) => ({
    gateway,
    exists: gatewayExists(gateway, { objects, isIstio: draft.object.kind === 'VirtualService' }),
    workloads: workloadsOfGateway(gateway, { objects, isIstio: draft.object.kind === 'VirtualService' }),
  }));
  const served = found.filter(({ workloads }) => workloads.length > 0);
  if (served.length > 0) {
    const names = served.map(
      ({ gateway, workloads }) => `${gateway.namespace}/${gateway.name} (${workloads.join(', ')})`,
    );
    return {
      isInForce: true,
      why: { text: `It is applied at gateway ${names.join(' and ')}.`, ...proof(draft) },
    };
  }
  const reasons = found.map(({ gateway, exists }) =>
    exists
      ? `no workload has the labels that gateway ${gateway.namespace}/${gateway.name} selects`
      : `gateway ${gateway.namespace}/${gateway.name} does not exist`,
  );
  return { isInForce: false, why: { text: `No proxy applies it: ${reasons.join('; ')}.`, ...proof(draft) } };
}

type Where = { objects: MeshObjects; isIstio: boolean };

function gatewayExists({ namespace, name }: ObjectReference, { objects, isIstio }: Where): boolean {
  const all = isIstio ? objects.IstioGateway : objects.Gateway;
  return all.some(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
}

/** `<namespace>/<workload>` of the proxies behind a gateway. */
export function workloadsOfGateway(gateway: ObjectReference, { objects, isIstio }: Where): readonly string[] {
  if (!gatewayExists(gateway, { objects, isIstio })) return [];
  return isIstio ? workloadsOfIstioGateway(objects, gateway) : workloadsOfKubernetesGateway(objects, gateway);
}

function proof(...drafts: readonly RouteDraft[]): Pick<Explanation, 'evidence' | 'command'> {
  const [first] = drafts;
  return {
    evidence: drafts.map(({ object, hosts }) => ({
      kind: 'object',
      text: `${referenceText(object)}: hosts ${hosts.join(', ')}`,
      link: objectLink(object),
    })),
    ...(first === undefined
      ? {}
      : {
          command: `kubectl get ${first.object.kind.toLowerCase()} ${first.object.name} -n ${first.object.namespace} -o yaml`,
        }),
  };
}
