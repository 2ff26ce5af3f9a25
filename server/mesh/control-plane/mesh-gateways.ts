import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { Health } from '#lib/contract/health.ts';
import type { GatewayRole, MeshGateway } from '#lib/contract/mesh.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { matchesSelector } from '#server/mesh/graph/facts/matches-selector.ts';
import { isPodReady } from '#server/mesh/inventory/pod-counts.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';

/**
 * Gateways by the Service in front of their pods; pods that no Service selects stand by themselves. `serves` are the
 * Gateway objects of either API that select them.
 */
export function meshGateways(objects: MeshObjects): MeshGateway[] {
  const groups = new Map<
    string,
    { pods: ObjectOf<'Pod'>[]; service: ObjectOf<'Service'> | undefined; isWaypoint: boolean }
  >();
  for (const { pod, namespace, name, type } of proxiesOf(objects)) {
    if (type !== 'gateway' && type !== 'waypoint') continue;
    const service = objects.Service.find((each) => isInFrontOf(each, pod));
    const key = `${namespace}/${service?.metadata.name ?? name}`;
    const group = groups.get(key) ?? { pods: [], service, isWaypoint: type === 'waypoint' };
    group.pods.push(pod);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, { pods, service, isWaypoint }]) => {
      const [namespace = '', name = ''] = key.split('/');
      const labels = pods[0]?.metadata.labels ?? {};
      const ready = pods.filter(isPodReady).length;
      return {
        role: isWaypoint ? 'waypoint' : roleOf(labels, service),
        namespace,
        name,
        pods: { ready, total: pods.length },
        ...(service === undefined ? {} : { service: { kind: 'Service', namespace, name } }),
        ...(service?.spec.type === undefined ? {} : { serviceType: service.spec.type }),
        addresses: service === undefined ? [] : addressesOf(service),
        ports:
          service === undefined
            ? []
            : service.spec.ports.map(
                ({ port, name: portName }) => `${port}${portName === undefined ? '' : ` ${portName}`}`,
              ),
        serves: servedGateways(namespace, labels, objects),
        health: gatewayHealth({ ready, total: pods.length, service }),
      };
    });
}

/** By selector in any namespace, or as Istio's own deployment for a Gateway of the Gateway API. */
function servedGateways(
  namespace: string,
  labels: Readonly<Record<string, string>>,
  objects: MeshObjects,
): ObjectReference[] {
  const istio = objects.IstioGateway.filter(
    ({ spec }) => Object.keys(spec.selector).length > 0 && matchesSelector(labels, spec.selector),
  ).map(({ metadata }) => ({
    kind: 'IstioGateway',
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
  const name = labels['gateway.networking.k8s.io/gateway-name'];
  const own = objects.Gateway.filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  ).map(({ metadata }) => ({ kind: 'Gateway', namespace, name: metadata.name }));
  return [...istio, ...own];
}

function isInFrontOf({ metadata, spec }: ObjectOf<'Service'>, pod: ObjectOf<'Pod'>): boolean {
  return (
    metadata.namespace === pod.metadata.namespace &&
    spec.selector !== undefined &&
    Object.keys(spec.selector).length > 0 &&
    matchesSelector(pod.metadata.labels, spec.selector)
  );
}

function roleOf(
  labels: Readonly<Record<string, string>>,
  service: ObjectOf<'Service'> | undefined,
): GatewayRole {
  const isEastWest =
    labels.istio === 'eastwestgateway' ||
    labels['gateway.networking.k8s.io/gateway-class-name'] === 'istio-east-west' ||
    (labels['topology.istio.io/network'] !== undefined &&
      service?.spec.ports.some(({ port }) => port === 15443) === true);
  if (isEastWest) return 'eastWest';
  return labels['gateway.networking.k8s.io/gateway-name'] === undefined ? 'istio' : 'gatewayApi';
}

function addressesOf(service: ObjectOf<'Service'>): string[] {
  const outside = [
    ...objectsAt(service, 'status', 'loadBalancer', 'ingress').flatMap(
      (each) => textAt(each, 'ip') ?? textAt(each, 'hostname') ?? [],
    ),
    ...textsAt(service, 'spec', 'externalIPs'),
  ];
  if (outside.length > 0) return outside;
  const { clusterIP } = service.spec;
  return clusterIP === undefined || clusterIP === 'None' ? [] : [clusterIP];
}

function gatewayHealth({
  ready,
  total,
  service,
}: {
  ready: number;
  total: number;
  service: ObjectOf<'Service'> | undefined;
}): Health {
  const waits =
    service?.spec.type === 'LoadBalancer' &&
    objectsAt(service, 'status', 'loadBalancer', 'ingress').length === 0;
  const texts = [
    ...(ready < total ? [`${ready} of ${total} pods are ready`] : []),
    ...(waits ? ['Its load balancer has no address yet'] : []),
    ...(service === undefined ? ['No Service selects its pods: nothing leads there'] : []),
  ];
  const status = ready === 0 ? 'failing' : texts.length > 0 ? 'degraded' : 'healthy';
  return { status, reasons: texts.map((text) => ({ text, evidence: [] })) };
}
