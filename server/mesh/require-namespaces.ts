import { ViglaError } from '#server/errors.ts';
import type { MeshObjects } from './mesh-objects.ts';

/**
 * Refuses names of namespaces that the cluster does not have; where its namespaces could not be read, every name may be
 * one. `alsoKnown` are those that something else speaks of.
 * @throws ViglaError `unknown_namespace`
 */
export function requireNamespaces(
  asked: '*' | readonly string[],
  { objects, unread }: { objects: Pick<MeshObjects, 'Namespace'>; unread: readonly string[] },
  alsoKnown: readonly string[] = [],
): void {
  if (asked === '*' || unread.includes('Namespace') || objects.Namespace.length === 0) return;
  const known = new Set([...objects.Namespace.map(({ metadata }) => metadata.name), ...alsoKnown]);
  const unknown = asked.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new ViglaError(
      'unknown_namespace',
      `There is no namespace ${unknown.map((name) => `"${name}"`).join(', ')}. /api/namespaces lists those there are.`,
      { parameter: 'namespaces' },
    );
}
