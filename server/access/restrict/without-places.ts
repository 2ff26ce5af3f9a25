import type { SourceStatus } from '#lib/contract/status.ts';
import type { ObjectSource } from '#server/sources/interface.ts';
import { seesRoot } from './sees-root.ts';
import type { View } from './view.ts';

/**
 * How a source is, for somebody who may not see the control plane: neither where it is nor why it is not well, for both
 * may name what is in other namespaces.
 */
export function withoutPlaces(
  ask: () => Promise<SourceStatus>,
  mesh: { objects: ObjectSource; view: View },
): () => Promise<SourceStatus> {
  return async () => {
    const [status, isWhole] = await Promise.all([ask(), seesRoot(mesh)]);
    if (isWhole) return status;
    const { id, state } = status;
    return state === 'ok' ? { id, state } : { id, state, reason: mesh.view.failure?.message ?? reason };
  };
}

const reason = 'Whoever may see the namespace of the control plane is told why.';
