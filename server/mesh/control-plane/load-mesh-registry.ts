import type { Answer } from '#lib/contract/envelope.ts';
import type { MeshRegistry, MeshRegistryQuery } from '#lib/contract/mesh-registry.ts';
import type { IstiodAnswer } from '#lib/proxy/istiod-endpoints.ts';
import { loadReplies } from '#server/mesh/istiod/load-replies.ts';
import { parseAnswers } from '#server/mesh/istiod/merge-answers.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import { distinctWarnings } from './distinct-warnings.ts';
import { registryJob } from './registry/registry-job.ts';

/** istiod's registry by the first replica that gives it: each holds all of it. Endpoints only where they are asked for. */
export async function loadMeshRegistry(
  { include }: MeshRegistryQuery,
  context: LoadContext,
): Promise<Answer<MeshRegistry>> {
  const [registryz, shards] = await Promise.all([
    loadReplies({ endpoint: 'registryz' }, 'istiod’s registry', context),
    include.includes('endpoints')
      ? loadReplies({ endpoint: 'endpointShardz' }, 'What istiod knows of endpoints', context)
      : { replies: [], warnings: [] },
  ]);
  const replies = [...registryz.replies, ...shards.replies];
  const answered = replies.filter(hasBody);
  const { services, first, broken } = await runJob(registryJob, {
    inputs: answered.map(({ body }) => body),
    parameters: { registryCount: registryz.replies.filter(hasBody).length },
    signal: context.signal,
  });
  const replica = first === undefined ? undefined : answered[first]?.replica;
  const unread = [
    ...replies.filter(({ failure }) => failure !== undefined),
    ...broken.flatMap((index) => answered[index] ?? []),
  ];
  return {
    data: { services, ...(replica === undefined ? {} : { replica }) },
    warnings: distinctWarnings([...registryz.warnings, ...shards.warnings, ...parseAnswers(unread).warnings]),
  };
}

function hasBody(answer: IstiodAnswer): answer is IstiodAnswer & { body: Uint8Array } {
  return answer.body !== undefined;
}
