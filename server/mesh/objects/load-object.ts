import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { ObjectDetail, ObjectQuery } from '#lib/contract/objects.ts';
import { clusterScope } from '#lib/object-path.ts';
import { ViglaError } from '#server/errors.ts';
import { absent } from '#server/mesh/absent.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { findObject, kindsNamed } from './find-object.ts';
import { objectDetail, rejectedDetail } from './object-detail.ts';

/**
 * One object that configures the mesh, with its manifest and what it means. Throws as `absent` for a name that no
 * object of the kind has.
 */
export async function loadObject(
  { namespace: place, kind, name, cluster: wanted }: ObjectQuery,
  { sources, signal }: LoadContext,
): Promise<Answer<ObjectDetail>> {
  const snapshot = await sources.objects.snapshot(signal);
  const { objects, cluster, unread } = snapshot;
  if (wanted !== undefined && wanted !== cluster)
    throw new ViglaError(
      'not_found',
      `Objects of cluster ${wanted} cannot be read, only those of ${cluster}.`,
    );
  const namespace = place === clusterScope ? '' : place;
  const found = findObject(objects, { kind, namespace, name });
  if (found !== undefined) return { data: objectDetail(found, snapshot), warnings: warningsOf(unread) };
  const rejected = snapshot.rejected.find(
    (one) => kindsNamed(kind).includes(one.kind) && one.namespace === namespace && one.name === name,
  );
  if (rejected !== undefined) return { data: rejectedDetail(rejected), warnings: warningsOf(unread) };
  const where = namespace === '' ? 'The cluster' : `Namespace ${namespace}`;
  const text = `${where} has no ${kind} named ${name}; /api/config?kinds=${kind} lists those there are.`;
  throw absent({ unread, kinds: [kind], text });
}

type Unread = ObjectsSnapshot['unread'];

function warningsOf(unread: Unread): Warning[] {
  return unread.map(
    ({ kind, reason }): Warning => ({
      code: 'objects_missing',
      source: 'kubernetes',
      message: `${kind} objects could not be read, so what they have to do with this one is missing here: ${reason}`,
    }),
  );
}
