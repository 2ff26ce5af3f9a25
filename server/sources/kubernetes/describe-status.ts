import type { SourceStatus } from '#lib/contract/status.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import type { RejectedObject } from '#server/sources/interface.ts';
import type { ReadState } from './reflector.ts';

/** `doubt`: why discovery could not tell whether a kind that is read is to be read elsewhere. */
export type KindState = { kind: ObjectKind; state: ReadState; doubt?: string | undefined };

export type Reading = { address: string; kinds: readonly KindState[]; rejected: readonly RejectedObject[] };

/** A kind whose shape is not understood would otherwise fill the page. */
const mostRejectedNamed = 20;

/** Down when no kind is read any more, degraded when some are not. Kinds that the cluster does not have are details. */
export function describeStatus({ address, kinds, rejected }: Reading): SourceStatus {
  const troubled = kinds.filter(({ state }) => 'reason' in state);
  const pending = kinds.filter(({ state }) => state.phase === 'pending');
  const isAnyCurrent = kinds.some(({ state }) => state.phase === 'current');
  const base: SourceStatus = { id: 'kubernetes', state: 'ok', address };
  const details = describeDetails({ address, kinds, rejected });
  if (details.length > 0) base.details = details;
  const [first] = troubled;
  if (first !== undefined && 'reason' in first.state) {
    const { reason } = first.state;
    if (!isAnyCurrent) {
      return {
        ...base,
        state: 'down',
        reason: `The Kubernetes API cannot be read: ${reason}. Objects are shown as last seen.`,
      };
    }
    const names = troubled.map(({ kind }) => kind).join(', ');
    return { ...base, state: 'degraded', reason: `Not read: ${names}. ${reason}` };
  }
  if (pending.length > 0) {
    const names = pending.map(({ kind }) => kind).join(', ');
    return { ...base, state: 'degraded', reason: `Not read yet: ${names}` };
  }
  return base;
}

function describeDetails({ kinds, rejected }: Reading): string[] {
  const absent = kinds.filter(({ state }) => state.phase === 'absent').map(({ kind }) => kind);
  return [
    ...(absent.length > 0 ? [`The cluster does not have: ${absent.join(', ')}`] : []),
    ...kinds.flatMap(({ kind, state, doubt }) => {
      if ('reason' in state) return [`${kind}: ${state.reason}`];
      return doubt === undefined ? [] : [`${kind}: is read as before, since discovery failed: ${doubt}`];
    }),
    ...rejected
      .slice(0, mostRejectedNamed)
      .map(({ kind, namespace, name, reason }) => `Left out ${kind} ${namespace}/${name}: ${reason}`),
    ...(rejected.length > mostRejectedNamed
      ? [`Left out ${rejected.length - mostRejectedNamed} more objects`]
      : []),
  ];
}
