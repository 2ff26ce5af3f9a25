import type { Warning } from '#lib/contract/envelope.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';

/** Kinds without which splits are missing, or what stands behind their versions. */
const kindsRead: readonly ObjectKind[] = [
  'VirtualService',
  'HTTPRoute',
  'GRPCRoute',
  'DestinationRule',
  'Service',
  'EndpointSlice',
  'Pod',
];

/** What of the configuration of splits could not be read. */
export function unreadRoutes({
  unread,
}: {
  unread: readonly { kind: ObjectKind; reason: string }[];
}): Warning[] {
  return unread
    .filter(({ kind }) => kindsRead.includes(kind))
    .map(({ kind, reason }) => ({
      code: 'objects_missing',
      source: 'kubernetes',
      message: `${kind} objects could not be read, so what they say of splits is missing here: ${reason}`,
    }));
}
