import type { GraphNode } from '#lib/contract/graph.ts';

/**
 * The version that an app's node is told apart by; undefined where there is none. Istio says `latest` and `unknown` of
 * pods without a version label. A workload is told apart by its own name.
 */
export function versionOf(node: GraphNode): string | undefined {
  if (node.kind !== 'application') return undefined;
  const isPlaceholder =
    node.version === 'unknown' || (node.version === 'latest' && node.labels.version === undefined);
  return isPlaceholder || node.app === undefined ? undefined : node.version;
}

/** A node as a person would say it: its app and version, else its name. */
export function nodeName(node: GraphNode): string {
  const version = versionOf(node);
  return version === undefined ? node.name : `${node.app} ${version}`;
}
