import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { MeshRegistry, MeshRegistryQuery } from '#lib/contract/mesh-registry.ts';
import { loadReplies } from '#server/mesh/istiod/load-replies.ts';
import { parseAnswers } from '#server/mesh/istiod/merge-answers.ts';
import { isObject } from '#server/mesh/proxy/json/json.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { distinctWarnings } from './distinct-warnings.ts';
import { registryServices } from './registry/registry-services.ts';

/** istiod's registry by the first replica that gives it: each holds all of it. Endpoints only where they are asked for. */
export async function loadMeshRegistry(
  { include }: MeshRegistryQuery,
  context: LoadContext,
): Promise<Answer<MeshRegistry>> {
  const [registryz, shards] = await Promise.all([
    loadReplies({ endpoint: 'registryz' }, 'istiod’s registry', context),
    include.includes('endpoints')
      ? loadReplies({ endpoint: 'endpointShardz' }, 'What istiod knows of endpoints', context)
      : undefined,
  ]);
  const registry = parseAnswers(registryz.replies);
  const endpoints = parseAnswers(shards?.replies ?? []);
  const first = registry.answers.find(({ value }) => Array.isArray(value));
  const known = endpoints.answers.find(({ value }) => isObject(value));
  const warnings: Warning[] = [
    ...registryz.warnings,
    ...(shards?.warnings ?? []),
    ...registry.warnings,
    ...endpoints.warnings,
  ];
  return {
    data: {
      services: first === undefined ? [] : registryServices(first.value, known?.value),
      ...(first === undefined ? {} : { replica: first.replica }),
    },
    warnings: distinctWarnings(warnings),
  };
}
