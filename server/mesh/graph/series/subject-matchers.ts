import type { Matcher } from '#server/metrics/query.ts';

export type Side = 'source' | 'destination';

/** What a node id says about the series that begin or end at it; `facts` names what stands behind a drawn service. */
export type BehindService = {
  /** Short names of the Services drawn as one routed host, with its own. */
  servicesOf(namespace: string, name: string): readonly string[];
  /** Names of the workloads in the service's namespace that stand behind it. */
  workloadsOf(namespace: string, name: string): readonly string[];
  /** Hosts of a ServiceEntry. */
  hostsOf(namespace: string, name: string): readonly string[];
};

type Parts = { side: Side; cluster: string; path: readonly string[]; behind: BehindService };

const equal = (label: string, value: string): Matcher => ({ label, is: '=', value });

const matchersByKind: Readonly<Record<string, (parts: Parts) => readonly Matcher[] | undefined>> = {
  workload: ({ side, cluster, path: [namespace, name] }) =>
    namespace === undefined || name === undefined
      ? undefined
      : [
          ...ofCluster(side, cluster),
          equal(`${side}_workload_namespace`, namespace),
          equal(`${side}_workload`, name),
        ],
  application: ({ side, cluster, path: [namespace, app, version, workload] }) =>
    namespace === undefined || app === undefined
      ? undefined
      : [
          ...ofCluster(side, cluster),
          equal(`${side}_workload_namespace`, namespace),
          equal(`${side}_canonical_service`, app),
          ...(version === undefined ? [] : [equal(`${side}_canonical_revision`, version)]),
          ...(workload === undefined ? [] : [equal(`${side}_workload`, workload)]),
        ],
  service: ({ side, path: [namespace, name], behind }) => {
    if (namespace === undefined || name === undefined) return undefined;
    return side === 'source'
      ? [
          equal('source_workload_namespace', namespace),
          oneOf('source_workload', behind.workloadsOf(namespace, name)),
        ]
      : [
          { label: 'destination_service_namespace', is: '=~', value: `${escaped(namespace)}|unknown` },
          {
            label: 'destination_service_name',
            is: '=~',
            value: serviceNames(namespace, behind.servicesOf(namespace, name)),
          },
        ];
  },
  serviceEntry: ({ path: [namespace, name], behind }) =>
    namespace === undefined || name === undefined
      ? undefined
      : [oneOf('destination_service_name', behind.hostsOf(namespace, name))],
  unknown: ({ side }) => (side === 'source' ? [equal('source_workload', 'unknown')] : undefined),
  passthrough: ({ side }) => (side === 'source' ? undefined : [destinationNamed('PassthroughCluster')]),
  blackHole: ({ side }) => (side === 'source' ? undefined : [destinationNamed('BlackHoleCluster')]),
  namespace: ({ side, cluster, path: [namespace] }) =>
    namespace === undefined
      ? undefined
      : [...ofCluster(side, cluster), equal(`${side}_workload_namespace`, namespace)],
};

/** Label conditions for the series of a node at one side; undefined when the id has no known shape. */
export function subjectMatchers(
  id: string,
  options: { side: Side; behind: BehindService },
): readonly Matcher[] | undefined {
  const colon = id.indexOf(':');
  const matchersOf = matchersByKind[id.slice(0, colon)];
  const [cluster, ...path] = id.slice(colon + 1).split('/');
  if (colon < 1 || matchersOf === undefined || cluster === undefined || cluster === '') return undefined;
  return matchersOf({ ...options, cluster, path });
}

/** Series of an unknown cluster may also lack the label. */
function ofCluster(side: Side, cluster: string): readonly Matcher[] {
  return cluster === 'unknown'
    ? []
    : [{ label: `${side}_cluster`, is: '=~', value: `${escaped(cluster)}|unknown|` }];
}

/** Short names, and whole host names: all that is known where a request failed before a cluster was chosen. */
function serviceNames(namespace: string, names: readonly string[]): string {
  return names.map((name) => `${escaped(name)}(\\.${escaped(namespace)}\\.svc\\..+)?`).join('|');
}

function destinationNamed(name: string): Matcher {
  return equal('destination_service_name', name);
}

function oneOf(label: string, values: readonly string[]): Matcher {
  const [only, ...others] = values;
  return only !== undefined && others.length === 0
    ? equal(label, only)
    : { label, is: '=~', value: values.map(escaped).join('|') };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
