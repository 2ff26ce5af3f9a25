import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Mesh, MeshQuery } from '#lib/contract/mesh.ts';
import type { IstiodEndpoint } from '#lib/proxy/istiod-endpoints.ts';
import { istiodVersion } from '#server/mesh/istiod/istiod-version.ts';
import { loadReplies } from '#server/mesh/istiod/load-replies.ts';
import { mergeLists, parseAnswers, textAnswers } from '#server/mesh/istiod/merge-answers.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { componentVersions } from './component-versions.ts';
import { connectedProxies } from './connected-proxies.ts';
import { controlPlanes } from './control-planes.ts';
import { distinctWarnings } from './distinct-warnings.ts';
import type { ControlPlaneFacts } from './facts.ts';
import { leftOvers } from './left-overs/left-overs.ts';
import { loadObjects } from './load-objects.ts';
import { meshClusters } from './mesh-clusters.ts';
import { meshGateways } from './mesh-gateways.ts';
import { meshNetworks } from './mesh-networks.ts';
import { requireWholeMesh } from './require-whole-mesh.ts';
import { revisionsOf } from './revisions.ts';
import { trustOf } from './trust.ts';
import { versionRule } from './version-skew.ts';

/**
 * The mesh as a whole, from its objects and from every replica of istiod. What a replica or the API server does not say
 * is missing with a warning; the parts that others give are there. Throws `forbidden` for a user who may not see the
 * control plane.
 */
export async function loadMesh(_query: MeshQuery, context: LoadContext): Promise<Answer<Mesh>> {
  const { sources, nowSeconds } = context;
  const ask = (endpoint: IstiodEndpoint) =>
    loadReplies({ endpoint }, 'What istiod says of itself and of its proxies', context);
  const [read, syncz, version, clusterz, networkz, mesh, metrics] = await Promise.all([
    loadObjects(context),
    ask('syncz'),
    ask('version'),
    ask('clusterz'),
    ask('networkz'),
    ask('mesh'),
    ask('metrics'),
  ]);
  requireWholeMesh(read.facts.rootNamespace, context.visibleNamespaces);
  const connections = mergeLists(syncz.replies);
  const versions = textAnswers(version.replies);
  const clusters = mergeLists(clusterz.replies);
  const networks = mergeLists(networkz.replies);
  const meshes = parseAnswers(mesh.replies);
  const texts = textAnswers(metrics.replies);
  const facts: ControlPlaneFacts = {
    ...read.facts,
    proxies: connectedProxies(connections.entries),
    answered: new Set(parseAnswers(syncz.replies).answers.map(({ replica }) => replica)),
    failures: new Map(
      syncz.replies.flatMap(({ replica, failure }): [string, string][] =>
        failure === undefined ? [] : [[replica, failure.message]],
      ),
    ),
    versions: new Map(
      versions.answers.flatMap(({ replica, value }): [string, string][] => {
        const text = istiodVersion(value);
        return text === undefined ? [] : [[replica, text]];
      }),
    ),
  };
  const planes = controlPlanes(facts);
  const warnings: Warning[] = [
    ...read.warnings,
    ...[syncz, version, clusterz, networkz, mesh, metrics].flatMap((each) => each.warnings),
    ...[connections, versions, clusters, networks, meshes, texts].flatMap((each) => each.warnings),
  ];
  return {
    data: {
      controlPlanes: planes,
      ...revisionsOf(facts, planes),
      versions: componentVersions(facts),
      versionRule,
      ...leftOvers(facts, planes),
      clusters: meshClusters(clusters.entries),
      networks: meshNetworks(facts, networks.entries),
      gateways: meshGateways(facts.objects),
      trust: trustOf({
        meshes: meshes.answers,
        metrics: texts.answers,
        nowMs: nowSeconds * 1000,
        shiftMs: sources.recordedShiftMs ?? 0,
      }),
    },
    warnings: distinctWarnings(warnings),
  };
}
