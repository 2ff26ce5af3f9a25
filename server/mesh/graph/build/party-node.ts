import type { GraphType } from '#lib/contract/graph-query.ts';
import { restrictedName } from '#lib/restricted-name.ts';
import type { Party } from '../rows/edge-row.ts';
import { type NodeSeed, orUnknown } from './node-seed.ts';
import { restrictedNode } from './restricted-node.ts';

/** How a picture is drawn: by a type of graph, or summed by namespace. */
export type PictureType = GraphType | 'namespace';

/**
 * The node of a workload, by the type of picture. A waypoint is infrastructure: a workload in every type. The workload's
 * name is part of a versioned application's id, so that two workloads with the same labels stay two nodes.
 */
export function partyNode(party: Party, options: { type: PictureType; isWaypoint: boolean }): NodeSeed {
  const { namespace, workload, app } = party;
  if (namespace === restrictedName) return restrictedNode(party.cluster);
  if (namespace === '' && workload === '' && app === '') return unknownNode(party.cluster);
  if (options.type === 'namespace') return namespaceNode(party);
  const hasApp = app !== '' && !options.isWaypoint;
  if (options.type === 'app' && hasApp) return applicationNode(party);
  if (options.type === 'versionedApp' && hasApp) return versionedApplicationNode(party);
  if (workload !== '') return workloadNode(party);
  return app === '' ? unknownNode(party.cluster) : versionedApplicationNode(party);
}

export function workloadNode({ cluster, namespace, workload, app, version }: Party): NodeSeed {
  const where = orUnknown(cluster);
  return {
    id: `workload:${where}/${orUnknown(namespace)}/${workload}`,
    kind: 'workload',
    cluster: where,
    namespace: orUnknown(namespace),
    name: workload,
    workload,
    ...withApp(app, version),
  };
}

function applicationNode({ cluster, namespace, app }: Party): NodeSeed {
  const where = orUnknown(cluster);
  return {
    id: `application:${where}/${orUnknown(namespace)}/${app}`,
    kind: 'application',
    cluster: where,
    namespace: orUnknown(namespace),
    name: app,
    app,
  };
}

function versionedApplicationNode({ cluster, namespace, workload, app, version }: Party): NodeSeed {
  const where = orUnknown(cluster);
  const path = [where, orUnknown(namespace), app, version, workload].filter((part) => part !== '').join('/');
  return {
    id: `application:${path}`,
    kind: 'application',
    cluster: where,
    namespace: orUnknown(namespace),
    name: app,
    ...withApp(app, version),
    ...(workload === '' ? {} : { workload }),
  };
}

export function namespaceNode({ cluster, namespace }: Pick<Party, 'cluster' | 'namespace'>): NodeSeed {
  const where = orUnknown(cluster);
  const name = orUnknown(namespace);
  return { id: `namespace:${where}/${name}`, kind: 'namespace', cluster: where, namespace: name, name };
}

/** Callers without metadata: outside the mesh, as far as the proxy that saw them can tell. */
function unknownNode(cluster: string): NodeSeed {
  const where = orUnknown(cluster);
  return { id: `unknown:${where}`, kind: 'unknown', cluster: where, name: 'unknown' };
}

function withApp(app: string, version: string): { app?: string; version?: string } {
  return { ...(app === '' ? {} : { app }), ...(version === '' ? {} : { version }) };
}
