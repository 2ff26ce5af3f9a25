import { restrictedName } from '#lib/restricted-name.ts';
import type { BehindNode } from './behind-node.ts';
import {
  type Alternatives,
  bothOf,
  literally,
  oneOfPatterns,
  type Side,
  shownAs,
  shownOrLost,
  unknownLabel,
} from './label-conditions.ts';
import type { NodeId } from './node-id.ts';

/**
 * The series of a node at one side. `near` are those that name it; `wide` also those by which the graph decides whose
 * word counts, or that reach the node only after what Istio left out is filled in. Which of them are the node's own is
 * decided when they are read.
 */
export type NodeConditions = { near: Alternatives; wide: Alternatives };

type Given = { node: NodeId; side: Side; behind: BehindNode };

const conditionsByKind: Readonly<Record<NodeId['kind'], (given: Given) => NodeConditions | undefined>> = {
  workload: (given) => atWorkload(given, [[shownAs(`${given.side}_workload`, given.node.name)]]),
  application: applicationConditions,
  service: serviceConditions,
  serviceEntry: ({ node, side, behind }) => {
    if (side === 'source') return undefined;
    const near = toHosts(behind.hostsOf(node), node.cluster);
    return { near, wide: near };
  },
  operation: ({ node, side }) => {
    if (side === 'source') return undefined;
    // By any operation: the reporter that classifies requests is believed, and it is found by all that it classified.
    const near = [
      [
        { label: 'request_operation', is: '=~' as const, value: '.+' },
        shownOrLost('destination_cluster', node.cluster),
      ],
    ];
    return { near, wide: near };
  },
  unknown: ({ node, side }) => {
    if (side === 'destination') return undefined;
    const near = [
      [
        shownAs('source_cluster', node.cluster),
        unknownLabel('source_workload_namespace'),
        unknownLabel('source_workload'),
      ],
    ];
    return { near, wide: near };
  },
  passthrough: (given) => ownConditions(given, 'PassthroughCluster'),
  blackHole: (given) => ownConditions(given, 'BlackHoleCluster'),
  restricted: restrictedConditions,
  namespace: namespaceConditions,
};

/** Conditions for the series that begin or end at a node; undefined where none can. */
export function nodeConditions(given: Given): NodeConditions | undefined {
  return conditionsByKind[given.node.kind](given);
}

function atWorkload({ node, side, behind }: Given, near: Alternatives): NodeConditions {
  const place = [clusterAt(side, node.cluster), shownAs(`${side}_workload_namespace`, node.namespace)];
  const placed = bothOf([place], near);
  if (side === 'source') return { near: placed, wide: placed };
  const { namespace } = node;
  const name = node.kind === 'workload' ? node.name : node.rest.at(-1);
  const called = name === undefined ? { namespace, app: node.name } : { namespace, name };
  // An egress gateway that forwards to an external host names only its Service.
  const gateways = behind
    .gatewayServicesOf({ namespace, name: name ?? node.name })
    .map((service) => hostPattern(service.name, service.namespace));
  const viaService =
    gateways.length === 0
      ? []
      : [[unknownLabel('destination_workload'), oneOfPatterns('destination_service_name', gateways)]];
  // Who asks the same service elsewhere, and reports it, did not itself send what only this receiver counted.
  const beside = toServices(behind.servicesBefore(called), node.cluster);
  return { near: placed, wide: [...placed, ...viaService, ...beside] };
}

/**
 * The workload tells a versioned application; its app and version may change while it runs. A single further part is
 * the workload of one without version, or the version of one whose workload is not known.
 */
function applicationConditions(given: Given): NodeConditions {
  const { node, side } = given;
  const [first, second] = node.rest;
  const workload = second ?? first;
  const ofApp = shownAs(`${side}_canonical_service`, node.name);
  if (workload === undefined) return atWorkload(given, [[ofApp]]);
  const byWorkload = [shownAs(`${side}_workload`, workload)];
  if (second !== undefined) return atWorkload(given, [byWorkload]);
  const byVersion = [
    ofApp,
    shownAs(`${side}_canonical_revision`, workload),
    unknownLabel(`${side}_workload`),
  ];
  return atWorkload(given, [byWorkload, byVersion]);
}

function serviceConditions({ node, side, behind }: Given): NodeConditions {
  const services = behind.servicesOf(node);
  const workloads = services.flatMap((service) => behind.workloadsOf(service));
  const at = (where: Side): Alternatives =>
    grouped(workloads).map(([namespace, names]) => [
      shownAs(`${where}_workload_namespace`, namespace),
      oneOfPatterns(`${where}_workload`, names.map(literally)),
    ]);
  // In the service graph what the workloads behind a service send begins at it.
  if (side === 'source') {
    const near =
      workloads.length > 0 ? at('source') : [[shownAs('source_workload_namespace', node.namespace)]];
    return { near, wide: near };
  }
  const near = toServices(services, node.cluster);
  // The receiver names its own first Service, whichever was called: the caller's word decides.
  return { near, wide: [...near, ...at('destination')] };
}

function toServices(services: readonly { namespace: string; name: string }[], cluster: string): Alternatives {
  return grouped(services).map(([namespace, names]) => [
    shownOrLost('destination_cluster', cluster),
    shownOrLost('destination_service_namespace', namespace),
    oneOfPatterns(
      'destination_service_name',
      names.map((name) =>
        name === 'unknown' ? 'unknown|' : `${literally(name)}(\\.${literally(namespace)}\\.svc\\..+)?`,
      ),
    ),
  ]);
}

/** Istio's own destinations stand where the caller stands, unless they say where. */
function ownConditions({ node, side }: Given, name: string): NodeConditions | undefined {
  if (side === 'source') return undefined;
  const own = { label: 'destination_service_name', is: '=' as const, value: name };
  const ofCaller = [own, unknownLabel('destination_cluster'), shownAs('source_cluster', node.cluster)];
  const near =
    node.cluster === 'unknown' ? [ofCaller] : [[own, shownAs('destination_cluster', node.cluster)], ofCaller];
  return { near, wide: near };
}

/** As the sources show it to somebody who may not see all of them. */
function restrictedConditions({ node, side }: Given): NodeConditions {
  const where = clusterAt(side, node.cluster);
  const near: Alternatives = [
    [where, shownAs(`${side}_workload_namespace`, restrictedName)],
    ...(side === 'source'
      ? []
      : [
          [
            where,
            unknownLabel('destination_workload_namespace'),
            shownAs('destination_service_namespace', restrictedName),
          ],
        ]),
  ];
  return { near, wide: near };
}

function namespaceConditions({ node, side, behind }: Given): NodeConditions {
  const near: Alternatives = [
    [clusterAt(side, node.cluster), shownAs(`${side}_workload_namespace`, node.namespace)],
  ];
  if (side === 'source') return { near, wide: near };
  const nowhere = unknownLabel('destination_workload');
  const entries = behind.entriesIn(node.namespace).flatMap((entry) => behind.hostsOf(entry));
  return {
    near,
    wide: [
      ...near,
      [nowhere, shownAs('destination_service_namespace', node.namespace)],
      [nowhere, oneOfPatterns('destination_service_name', [hostPattern('', node.namespace)])],
      ...(entries.length === 0 ? [] : bothOf([[nowhere]], toHosts(entries, node.cluster))),
    ],
  };
}

/** Telemetry names a host outside as it was asked for, with a port perhaps, and one inside by its first part. */
function toHosts(hosts: readonly string[], cluster: string): Alternatives {
  const place = shownOrLost('destination_cluster', cluster);
  const patterns = hosts.map((host) =>
    host.startsWith('*') ? `(\\*|.+)${literally(host.slice(1))}` : literally(host),
  );
  const short = hosts.flatMap((host) =>
    host.startsWith('*') ? [] : [literally(host.split('.')[0] ?? host)],
  );
  return [
    [place, oneOfPatterns('destination_service_name', [...patterns, ...short])],
    [
      place,
      oneOfPatterns(
        'destination_service',
        patterns.map((pattern) => `${pattern}(:\\d+)?`),
      ),
    ],
  ];
}

function clusterAt(side: Side, cluster: string) {
  return side === 'source' ? shownAs('source_cluster', cluster) : shownOrLost('destination_cluster', cluster);
}

function hostPattern(name: string, namespace: string): string {
  return `${name === '' ? '[^.]+' : literally(name)}\\.${literally(namespace)}\\.svc(\\..+)?`;
}

function grouped(keys: readonly { namespace: string; name: string }[]): [string, string[]][] {
  return [...Map.groupBy(keys, ({ namespace }) => namespace)].map(([namespace, ones]) => [
    namespace,
    [...new Set(ones.map(({ name }) => name))].sort(),
  ]);
}
