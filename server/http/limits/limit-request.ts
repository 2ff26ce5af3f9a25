import { type LimitId, limitOf } from '#lib/contract/limits.ts';
import type { User } from '#server/access/user.ts';
import { type Config, getConfig } from '#server/config.ts';
import { ViglaError } from '#server/errors.ts';
import { callerOf } from './caller.ts';
import { processLimits } from './process-limits.ts';

type Rule = {
  setting: keyof Config & `VIGLA_LIMIT_${string}`;
  /** As it reads after "Within a minute you have". */
  done: string;
};

const rules: Record<LimitId, Rule> = {
  proxies: { setting: 'VIGLA_LIMIT_PROXIES', done: 'asked about proxies' },
  uploads: { setting: 'VIGLA_LIMIT_UPLOADS', done: 'opened dumps from files' },
  logs: { setting: 'VIGLA_LIMIT_LOGS', done: 'read logs' },
  follows: { setting: 'VIGLA_LIMIT_FOLLOWS', done: 'begun to follow logs' },
  traces: { setting: 'VIGLA_LIMIT_TRACES', done: 'asked for traces' },
  snapshots: { setting: 'VIGLA_LIMIT_SNAPSHOTS', done: 'asked for snapshots' },
};

/** A proxy in front may send this many people's requests without saying whose they are. */
const usersPerPeer = 10;

/** A stream looks again who its reader is, without asking anything new. */
const counted = new WeakSet<Request>();

/**
 * Counts a request, once, that costs others something.
 * @throws ViglaError `too_many_requests` where its user has had this minute's
 */
export function limitRequest(request: Request, user: User): void {
  const id = limitOf(request.method, new URL(request.url).pathname);
  const caller = id === undefined ? undefined : callerOf(request, user);
  if (id === undefined || caller === undefined || counted.has(request)) return;
  counted.add(request);
  const { setting, done } = rules[id];
  const most = getConfig()[setting];
  const { key, peerKey } = caller;
  const taken = processLimits().windows.take([
    { key: `${id} ${key}`, most },
    ...(peerKey === undefined ? [] : [{ key: `${id} ${peerKey}`, most: most * usersPerPeer }]),
  ]);
  if ('forgive' in taken) return;
  const seconds = Math.max(1, Math.ceil(taken.waitMs / 1000));
  throw new ViglaError(
    'too_many_requests',
    `Within a minute you have ${done} ${most} times, the most that one user may (${setting}). Ask again in ${seconds} s.`,
    { retryAfterSeconds: seconds },
  );
}
