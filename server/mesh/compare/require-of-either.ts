import type { MeshObjects, UnreadKinds } from '#server/mesh/mesh-objects.ts';
import { requireNamespaces } from '#server/mesh/require-namespaces.ts';

type Side = { snapshot: { objects: MeshObjects; unread: UnreadKinds } };

/** @throws ViglaError `unknown_namespace` for one that neither side has */
export function requireOfEither(
  namespaces: '*' | readonly string[],
  { before, after }: { before: Side; after: Side },
): void {
  const { objects, unread } = after.snapshot;
  requireNamespaces(
    namespaces,
    { objects, unread: unread.map(({ kind }) => kind) },
    before.snapshot.objects.Namespace.map(({ metadata }) => metadata.name),
  );
}
