import type {
  ComparedObject,
  CompareObjectQuery,
  CompareObjectsQuery,
  ObjectComparison,
} from '#lib/contract/compare-objects.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import { clusterScope } from '#lib/object-path.ts';
import { ViglaError } from '#server/errors.ts';
import { absent } from '#server/mesh/absent.ts';
import { type LoadedSides, loadSides } from '#server/mesh/compare/load-sides.ts';
import { requireOfEither } from '#server/mesh/compare/require-of-either.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { comparableObjects, keyOf } from './comparable-objects.ts';
import { compareObjects } from './compare-objects.ts';
import { comparedForms } from './compared-forms.ts';

/**
 * Objects that came, went or changed since the earlier snapshot. A kind that one side could not read is left out.
 * @throws ViglaError as `loadSides` does, `unknown_namespace` for one that neither side has
 */
export async function loadObjectComparison(
  { namespaces }: CompareObjectsQuery,
  context: LoadContext,
): Promise<Answer<ObjectComparison>> {
  const loaded = await loadSides(namespaces, context);
  const { before, after } = loaded;
  requireOfEither(namespaces, loaded);
  const unread = unreadOf(loaded);
  const compared = compareObjects({
    before: comparableObjects(before.snapshot, loaded.namespaces),
    after: comparableObjects(after.snapshot, loaded.namespaces),
    shiftMs: shiftOf(loaded),
    unread: new Set(unread.map(({ kind }) => kind)),
  });
  return {
    data: { sides: loaded.told, ...compared, leftOut: [...leftOut] },
    warnings: [...loaded.warnings, ...unread.map(unreadWarning)],
  };
}

/**
 * One object as it is and as it was.
 * @throws ViglaError as `loadSides` does, `not_found` where neither side has it
 */
export async function loadComparedObject(
  { namespace: place, kind, name }: CompareObjectQuery,
  context: LoadContext,
): Promise<Answer<ComparedObject>> {
  const loaded = await loadSides('*', context);
  const namespace = place === clusterScope ? '' : place;
  const object = { kind, namespace, name };
  const closed = loaded.before.snapshot.unread.find((one) => one.kind === kind);
  if (closed !== undefined)
    throw new ViglaError(
      'not_found',
      `The earlier snapshot has no ${kind} objects, they could not be read when it was made: ${closed.reason}`,
    );
  const key = keyOf(object);
  const [was, is] = [loaded.before, loaded.after].map(({ snapshot }) =>
    comparableObjects(snapshot, loaded.namespaces).get(key),
  );
  const { unread } = loaded.after.snapshot;
  if (unread.some((one) => one.kind === kind) || (was === undefined && is === undefined))
    throw absent({
      unread,
      kinds: [kind],
      text: `Neither side has a ${kind} ${name}${namespace === '' ? '' : ` in namespace ${namespace}`}; /api/compare/objects lists what differs.`,
    });
  const forms = comparedForms({ was, is, shiftMs: shiftOf(loaded) });
  return { data: { sides: loaded.told, object, ...forms }, warnings: loaded.warnings };
}

const leftOut = [
  'metadata.managedFields, resourceVersion, uid, generation, selfLink and what kubectl applied last are not compared: the server keeps them for itself.',
  'What an API server fills in by default stands in the objects of both sides and is compared.',
  'Private keys, passwords and tokens are taken out of both sides, so that a change of one is not seen.',
  'Objects with nothing but other fields in their status are told apart.',
];

/** The recorded mesh has its times moved to when it was opened, which is another moment for each side. */
function shiftOf({ before, after }: LoadedSides): number {
  const [was, is] = [before, after].map(({ context }) => context.sources.recordedShiftMs);
  return was === undefined || is === undefined ? 0 : is - was;
}

type Unread = {
  kind: LoadedSides['after']['snapshot']['unread'][number]['kind'];
  reason: string;
  side: string;
};

function unreadOf({ before, after }: LoadedSides): Unread[] {
  return [
    ...before.snapshot.unread.map((one) => ({ ...one, side: 'when the earlier snapshot was made' })),
    ...after.snapshot.unread.map((one) => ({ ...one, side: 'now' })),
  ];
}

function unreadWarning({ kind, reason, side }: Unread): Warning {
  return {
    code: 'objects_missing',
    source: 'kubernetes',
    message: `${kind} objects could not be read ${side}, so they are not compared: ${reason}`,
  };
}
