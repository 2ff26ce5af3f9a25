import type { Attempt } from '#server/access/sign-in/attempt-limit.ts';
import { peerAddressOf } from '#server/access/sign-in/peer-address.ts';

/** Where a try to sign in comes from; the last of `X-Forwarded-For` is what the nearest proxy saw. */
export function attemptOf(request: Request): Attempt {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64);
  const peer = peerAddressOf(request) ?? '';
  return { peer, client: forwarded ?? peer };
}
