import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { TargetKind } from '#lib/target.ts';
import { ViglaError } from '#server/errors.ts';
import type { UnreadKinds } from './mesh-objects.ts';

const workloadKinds: readonly ObjectKind[] = [
  'Pod',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'WorkloadEntry',
  'WorkloadGroup',
];

/** The kinds that make what has a page of its own. */
export const kindsOfTarget: Readonly<Record<TargetKind, readonly ObjectKind[]>> = {
  workload: workloadKinds,
  application: workloadKinds,
  service: ['Service', 'ServiceEntry'],
};

/**
 * What to throw for a name that no object of these kinds has: `not_found` with the text. While one of the kinds cannot be
 * read nobody knows, which is `source_unreachable` with the reason; a page then asks again by itself.
 */
export function absent(options: {
  unread: UnreadKinds;
  kinds: readonly ObjectKind[];
  text: string;
}): ViglaError {
  const { unread, kinds, text } = options;
  const missing = unread.find(({ kind }) => kinds.includes(kind));
  if (missing === undefined) return new ViglaError('not_found', text);
  return new ViglaError(
    'source_unreachable',
    `Whether this exists is not known, because ${missing.kind} objects could not be read: ${missing.reason}`,
  );
}
