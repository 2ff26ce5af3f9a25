import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { protocolOf } from '#server/mesh/inventory/port-protocol.ts';
import type { ConfiguredRule } from '../configured-route.ts';
import type { ProblemRule, SplitFacts } from './problem-rule.ts';

/** Ports of the same hosts at which the rule does not hold. */
export const otherPort: ProblemRule = (facts) => {
  const { ports } = facts.rule;
  if (ports === undefined) return [];
  const others = [...servicePorts(facts), ...gatewayPorts(facts)].filter(({ port }) => !ports.includes(port));
  return [...Map.groupBy(others, ({ owner }) => owner)].map(([owner, found]) => {
    const numbers = [...new Set(found.map(({ port }) => port))].join(', ');
    return {
      id: 'other-port',
      text: `It holds for port ${ports.join(', ')} only: requests to port ${numbers} of ${owner} do not meet it.`,
    };
  });
};

type OwnedPort = { owner: string; port: number };

function servicePorts({ rule, route, mesh: { objects, rootNamespace } }: SplitFacts): OwnedPort[] {
  if (!rule.isMesh) return [];
  const inventory = inventoryOf(objects, rootNamespace);
  return route.services.flatMap((owner) => {
    const [namespace = '', name = ''] = owner.split('/');
    const ports = inventory.service(namespace, name)?.spec.ports ?? [];
    return ports
      .filter((port) => speaksTheSame(rule, protocolOf(port).protocol))
      .map(({ port }) => ({ owner, port }));
  });
}

const httpProtocols: ReadonlySet<string> = new Set([
  'http',
  'http2',
  'grpc',
  'grpc-web',
  'http_proxy',
  'auto',
]);

/** HTTP rules do not hold for TCP ports anyway, nor the other way round. */
function speaksTheSame({ protocol }: ConfiguredRule, spoken: string): boolean {
  const isHttp = protocol === 'http' || protocol === 'grpc';
  return spoken !== 'udp' && isHttp === httpProtocols.has(spoken);
}

function gatewayPorts({ rule, mesh: { objects } }: SplitFacts): OwnedPort[] {
  return rule.gateways.flatMap(({ kind, namespace, name }) => {
    const isIt = ({ metadata }: { metadata: { name: string; namespace?: string | undefined } }) =>
      metadata.name === name && metadata.namespace === namespace;
    const ports =
      kind === 'Gateway'
        ? (objects.Gateway.find(isIt)?.spec.listeners ?? []).map(({ port }) => port)
        : (objects.IstioGateway.find(isIt)?.spec.servers ?? []).flatMap(({ port }) => port.number ?? []);
    return ports.map((port) => ({ owner: `gateway ${namespace}/${name}`, port }));
  });
}
