import { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { ApiClient } from './api-client.ts';
import { ApiError } from './api-error.ts';
import type { Timing } from './timing.ts';

/** How istiod reaches a further cluster of the mesh: the entry of a Secret by Istio's name of the cluster. */
export type RemoteSecret = { cluster: string; secret: string; kubeconfig: string };

export type RemoteSecrets = {
  /** @throws ViglaError `forbidden` with the missing right, else `source_*` */
  list(rootNamespace: string, signal: AbortSignal): Promise<RemoteSecret[]>;
};

const listSchema = z.looseObject({
  items: z.array(
    z.looseObject({
      metadata: z.looseObject({ name: z.string() }),
      data: z.record(z.string(), z.base64()).optional(),
    }),
  ),
});

/**
 * The remote secrets of a control plane: its Secrets with the label `istio/multiCluster=true`, a kubeconfig by the name of
 * each cluster. They are the only Secrets that Vigla reads, and only when the configuration says so.
 */
export function createRemoteSecrets(client: ApiClient, timing: Timing): RemoteSecrets {
  return {
    async list(rootNamespace, signal) {
      const path = `/api/v1/namespaces/${encodeURIComponent(rootNamespace)}/secrets`;
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(timing.answerMs)]);
      try {
        const answer = await client.get({
          path,
          query: { labelSelector: 'istio/multiCluster=true' },
          signal: inTime,
        });
        return listSchema.parse(answer).items.flatMap(({ metadata, data }) =>
          Object.entries(data ?? {}).map(([cluster, text]) => ({
            cluster,
            secret: `${rootNamespace}/${metadata.name}`,
            kubeconfig: Buffer.from(text, 'base64').toString('utf8'),
          })),
        );
      } catch (error) {
        throw failureOf(error, rootNamespace);
      }
    },
  };
}

function failureOf(error: unknown, rootNamespace: string): ViglaError {
  if (error instanceof ApiError && error.status === 403)
    return new ViglaError(
      'forbidden',
      `Vigla may not list the remote secrets: the right to list secrets in ${rootNamespace} is missing.`,
      { cause: error },
    );
  // What did not fit the schema is not repeated: it may hold a credential.
  const reason = error instanceof z.ZodError ? 'the answer is no list of Secrets' : messageOf(error);
  return new ViglaError('source_failed', `The remote secrets could not be read: ${reason}`, { cause: error });
}
