import type { Warning } from '#lib/contract/envelope.ts';
import { type ObjectKind, objectKindNames } from '#lib/objects/kinds.ts';
import { messageOf } from '#server/errors.ts';
import { type MeshObjects, noObjects } from '#server/mesh/mesh-objects.ts';
import type { LoadContext } from '#server/sources/interface.ts';

type Read = {
  facts: { objects: MeshObjects; rootNamespace: string; unread: ReadonlySet<ObjectKind> };
  warnings: Warning[];
};

/** The objects of the mesh; none and a warning where they could not be read, so that istiod's own word still counts. */
export async function loadObjects({ sources, signal }: LoadContext): Promise<Read> {
  try {
    const { objects, rootNamespace, unread } = await sources.objects.snapshot(signal);
    return {
      facts: { objects, rootNamespace, unread: new Set(unread.map(({ kind }) => kind)) },
      warnings: unread.map(({ kind, reason }) =>
        warning(`${kind} objects could not be read, so what they say is missing: ${reason}`),
      ),
    };
  } catch (error) {
    signal.throwIfAborted();
    const facts = { objects: noObjects, rootNamespace: 'istio-system', unread: new Set(objectKindNames) };
    const message = `Kubernetes objects could not be read, so only what istiod says is known: ${messageOf(error)}`;
    return { facts, warnings: [warning(message)] };
  }
}

function warning(message: string): Warning {
  return { code: 'objects_missing', source: 'kubernetes', message };
}
