import { numberAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

type RouteTarget = { cluster: string; weight?: number | undefined };

/** The clusters that a route leads to, with their weights where there is a choice. */
export function routeTargets(route: unknown): RouteTarget[] {
  const cluster = textAt(route, 'route', 'cluster');
  if (cluster !== undefined) return [{ cluster }];
  return objectsAt(route, 'route', 'weighted_clusters', 'clusters').map((target) => ({
    cluster: textAt(target, 'name') ?? textAt(target, 'cluster_header') ?? '(no name)',
    weight: numberAt(target, 'weight') ?? 0,
  }));
}

/** A cluster that the request itself, or an extension, chooses. */
export function chosenClusterWords(route: unknown): string[] {
  const header = textAt(route, 'route', 'cluster_header');
  const plugin =
    textAt(route, 'route', 'cluster_specifier_plugin') ??
    textAt(route, 'route', 'inline_cluster_specifier_plugin', 'extension', 'name');
  return [
    ...(header === undefined ? [] : [`goes to the cluster that header ${header} names`]),
    ...(plugin === undefined ? [] : [`goes to the cluster that extension ${plugin} chooses`]),
    ...(objectAt(route, 'non_forwarding_action') === undefined ? [] : ['is taken by this proxy itself']),
  ];
}

/** Every cluster that a route can send to: its targets and its mirrors. */
export function clustersOfRoute(route: unknown): string[] {
  const mirrors = objectsAt(route, 'route', 'request_mirror_policies').flatMap(
    (policy) => textAt(policy, 'cluster') ?? [],
  );
  return [...routeTargets(route).map(({ cluster }) => cluster), ...mirrors];
}
