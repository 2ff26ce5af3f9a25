import { objectKindNames } from '#lib/objects/kinds.ts';
import { ViglaError } from '#server/errors.ts';
import type { ObjectsSnapshot, RejectedObject } from '#server/sources/interface.ts';
import type { ControlPlane } from './control-plane.ts';
import type { KindState } from './describe-status.ts';
import type { ObjectsByKind } from './kind-reader.ts';
import type { ReadState } from './reflector.ts';

/** What a reader adds to a snapshot. */
export type Contribution = {
  state: ReadState;
  writeInto(target: Partial<ObjectsByKind>): void;
  rejected(): RejectedObject[];
};

export function buildSnapshot(options: {
  readers: readonly (Contribution & { kind: KindState['kind'] })[];
  controlPlane: ControlPlane;
  unread: ObjectsSnapshot['unread'];
}): ObjectsSnapshot {
  const objects: Partial<ObjectsByKind> = {};
  for (const reader of options.readers) reader.writeInto(objects);
  if (!isComplete(objects)) throw new ViglaError('internal', 'A kind of object has no reader');
  return Object.freeze({
    cluster: options.controlPlane.cluster,
    rootNamespace: options.controlPlane.rootNamespace,
    objects: Object.freeze(objects),
    unread: options.unread,
    rejected: Object.freeze(options.readers.flatMap((reader) => reader.rejected())),
  });
}

function isComplete(objects: Partial<ObjectsByKind>): objects is ObjectsByKind {
  return objectKindNames.every((kind) => objects[kind] !== undefined);
}

/**
 * The kinds that a snapshot says nothing true about. One whose server fails at the moment is not among them once it was
 * read: its objects of before are still the best there is, and the status says that they are old.
 */
export function listUnread(kinds: readonly (KindState & { wasRead: boolean })[]): ObjectsSnapshot['unread'] {
  return Object.freeze(
    kinds.flatMap(({ kind, state, wasRead }) => {
      if (state.phase === 'forbidden') return [{ kind, reason: state.reason }];
      if (wasRead || state.phase === 'current' || state.phase === 'absent') return [];
      return [{ kind, reason: 'reason' in state ? state.reason : 'the first answer has not come yet' }];
    }),
  );
}
