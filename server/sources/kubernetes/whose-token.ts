import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { User } from '#server/access/user.ts';
import type { ApiClient } from './api-client.ts';
import { ApiError, GarbledError, hasStatus } from './api-error.ts';

const answerSchema = z.looseObject({
  status: z.looseObject({
    userInfo: z.looseObject({ username: z.string(), groups: z.array(z.string()).nullish() }),
  }),
});
/** Whom a server that lets strangers in takes somebody with a wrong token for. */
const nobody = 'system:anonymous';

/** Asks the cluster for the name behind a token, with a client that has no credentials of its own. */
export async function whoseToken(
  bare: ApiClient,
  token: string,
  signal: AbortSignal,
): Promise<Pick<User, 'name' | 'groups'>> {
  const asUser = { headers: { authorization: `Bearer ${token}` }, signal };
  try {
    const answer = await bare.review({ ...asUser, resource: 'selfsubjectreviews', spec: {} });
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success) throw new GarbledError('the answer to a review of a token is none');
    const { username, groups } = parsed.data.status.userInfo;
    if (username === '' || username === nobody) throw new ApiError({ status: 401, body: undefined });
    return { name: username, groups: groups ?? [] };
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
    // Before Kubernetes 1.28 nobody says the name; any question about rights still tells whether the token is good.
    const resourceAttributes = { verb: 'list', resource: 'pods' };
    await bare.review({ ...asUser, resource: 'selfsubjectaccessreviews', spec: { resourceAttributes } });
    return { name: subjectOf(token) ?? 'Kubernetes token', groups: [] };
  }
}

function subjectOf(token: string): string | undefined {
  try {
    return decodeJwt(token).sub;
  } catch {
    // Static tokens are no JWTs.
    return undefined;
  }
}
