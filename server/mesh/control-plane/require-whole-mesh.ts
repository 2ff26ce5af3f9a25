import { ViglaError } from '#server/errors.ts';

/**
 * Refuses what only holds where the control plane is seen: without it, it would look as if there were none. `visible` are
 * the namespaces of a user who may not see all.
 * @throws ViglaError `forbidden` for a user who may not see the root namespace
 */
export function requireWholeMesh(rootNamespace: string, visible: ReadonlySet<string> | undefined): void {
  if (visible === undefined || visible.has(rootNamespace)) return;
  throw new ViglaError(
    'forbidden',
    'This is about the control plane, and you may not see its namespace. Whoever may list the pods there may see it.',
  );
}
