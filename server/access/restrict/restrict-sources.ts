import type { Visibility } from '#server/access/visibility.ts';
import { ViglaError } from '#server/errors.ts';
import type { Sources } from '#server/sources/interface.ts';

export function restrictSources(sources: Sources, { namespaces }: Visibility): Sources {
  if (namespaces === 'all') return sources;
  throw new ViglaError('forbidden', 'Only a part of the mesh is visible to you.');
}
