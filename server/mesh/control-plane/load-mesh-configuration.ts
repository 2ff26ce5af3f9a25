import type { Answer } from '#lib/contract/envelope.ts';
import type { MeshConfiguration, MeshConfigurationQuery } from '#lib/contract/mesh-configuration.ts';
import { redact } from '#lib/redact/redact.ts';
import { loadReplies } from '#server/mesh/istiod/load-replies.ts';
import { parseAnswers, type ReplicaAnswer } from '#server/mesh/istiod/merge-answers.ts';
import { isObject, type Json } from '#server/mesh/proxy/json/json.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { meshSettings } from './configuration/mesh-settings.ts';
import { proxyOverrides } from './configuration/proxy-overrides.ts';
import { distinctWarnings } from './distinct-warnings.ts';
import { loadObjects } from './load-objects.ts';

/**
 * The mesh configuration in force, of each revision by its first replica that answers, against Istio's defaults; without
 * the tokens of providers and of proxies' environments.
 */
export async function loadMeshConfiguration(
  _query: MeshConfigurationQuery,
  context: LoadContext,
): Promise<Answer<MeshConfiguration>> {
  const [read, asked] = await Promise.all([
    loadObjects(context),
    loadReplies({ endpoint: 'mesh' }, 'The mesh configuration in force', context),
  ]);
  const { objects, rootNamespace } = read.facts;
  const { answers, warnings } = parseAnswers(asked.replies);
  const revisions = firstOfEach(answers).map(({ revision = 'default', replica, value }) => {
    const name = revision === 'default' ? 'istio' : `istio-${revision}`;
    const configMap = objects.ConfigMap.find(
      ({ metadata }) => metadata.namespace === rootNamespace && metadata.name === name,
    );
    return {
      shown: {
        revision,
        replica,
        ...(configMap === undefined ? {} : { configMap: `${rootNamespace}/${name}` }),
      },
      configuration: { revision, rootNamespace, effective: value, configMapText: configMap?.data?.mesh },
    };
  });
  return {
    data: {
      revisions: revisions.map(({ shown }) => shown),
      settings:
        revisions.length === 0 ? [] : meshSettings(revisions.map(({ configuration }) => configuration)),
      overrides: proxyOverrides(objects),
    },
    warnings: distinctWarnings([...read.warnings, ...asked.warnings, ...warnings]),
  };
}

function firstOfEach(answers: readonly ReplicaAnswer<unknown>[]): ReplicaAnswer<Json>[] {
  const byRevision = new Map<string, ReplicaAnswer<Json>>();
  for (const answer of answers) {
    const key = answer.revision ?? 'default';
    if (isObject(answer.value) && !byRevision.has(key))
      byRevision.set(key, { ...answer, value: redact(answer.value) });
  }
  return [...byRevision.values()];
}
