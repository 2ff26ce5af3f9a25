import type { User } from '#server/access/user.ts';
import { attemptOf } from '#server/http/sign-in/attempt-of.ts';

/** Whom a request counts for: a user by the name, anybody else by where the request comes from. */
export type Caller = {
  key: string;
  /** The address of the connection, which many may share that a proxy sends. */
  peerKey?: string;
};

/** Undefined where nobody is signed in and no address is known: a request that came over no connection. */
export function callerOf(request: Request, { name, isAnonymous }: User): Caller | undefined {
  if (!isAnonymous) return { key: `user ${name}` };
  const { peer, client } = attemptOf(request);
  return peer === '' ? undefined : { key: `client ${peer} ${client}`, peerKey: `peer ${peer}` };
}
