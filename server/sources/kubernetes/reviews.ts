import type { KubeConfig } from '@kubernetes/client-node';
import { z } from 'zod';
import type { User } from '#server/access/user.ts';
import type { ReviewSource } from '#server/sources/interface.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { codeOf, GarbledError } from './api-error.ts';
import { reviewFailure } from './reviews-failure.ts';
import type { Timing } from './timing.ts';
import { whoseToken } from './whose-token.ts';
import { withoutUser } from './without-user.ts';

export type ReviewsOptions = {
  config: KubeConfig;
  /** With Vigla's own account. */
  client: ApiClient;
  timing: Timing;
  /** Asks in the name of users who gave no token; without it Vigla asks about them, with its own account. */
  isImpersonating: boolean;
};

const answerSchema = z.looseObject({ status: z.looseObject({ allowed: z.boolean() }) });
/** Every signed-in user is in it, but only impersonation adds it by itself. */
const everybody = 'system:authenticated';

/**
 * What the cluster's own rules allow a user, by access reviews: as the user where a token or impersonation makes that
 * possible, else about the user.
 */
export function createReviews({ config, client, timing, isImpersonating }: ReviewsOptions): ReviewSource & {
  close(): Promise<void>;
} {
  // A client certificate of Vigla's own would win over the user's token.
  const bare = createApiClient(withoutUser(config), timing);

  function ask(user: User, namespace: string | undefined, signal: AbortSignal): Promise<unknown> {
    const resourceAttributes = { verb: 'list', resource: 'pods', ...(namespace && { namespace }) };
    const asUser = { resource: 'selfsubjectaccessreviews', spec: { resourceAttributes }, signal } as const;
    const { token, name, groups } = user;
    if (token !== undefined) return bare.review({ ...asUser, headers: { authorization: `Bearer ${token}` } });
    if (isImpersonating) {
      const headers = { 'impersonate-user': name, 'impersonate-group': [...groups] };
      return client.review({ ...asUser, headers });
    }
    const spec = { user: name, groups: [...new Set([...groups, everybody])], resourceAttributes };
    return client.review({ resource: 'subjectaccessreviews', spec, signal });
  }

  /** A kept connection may have been closed just now: what was not answered at all is asked once more. */
  async function askTwice(user: User, namespace: string | undefined, signal: AbortSignal): Promise<unknown> {
    try {
      return await ask(user, namespace, signal);
    } catch (error) {
      if (signal.aborted || !/^(ECONNRESET|UND_ERR_SOCKET)$/.test(codeOf(error) ?? '')) throw error;
      return ask(user, namespace, signal);
    }
  }

  return {
    async mayListPods(user, namespace, signal) {
      try {
        const parsed = answerSchema.safeParse(await askTwice(user, namespace, signal));
        if (parsed.success) return parsed.data.status.allowed;
        throw new GarbledError('the answer to an access review is none');
      } catch (error) {
        throw reviewFailure(error, { hasToken: user.token !== undefined, isImpersonating });
      }
    },
    async whoIs(token, signal) {
      try {
        return await whoseToken(bare, token, signal);
      } catch (error) {
        throw reviewFailure(error, { hasToken: true, isImpersonating: false });
      }
    },
    close: () => bare.close(),
  };
}
