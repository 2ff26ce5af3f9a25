import type { ObjectSource } from '#server/sources/interface.ts';
import type { View } from './view.ts';

/** Whether the user may see the mesh as a whole: those who may see its root namespace do. */
export async function seesRoot(
  { objects, view }: { objects: ObjectSource; view: View },
  signal?: AbortSignal,
): Promise<boolean> {
  if (view.failure !== undefined || view.namespaces.size === 0) return false;
  try {
    return view.namespaces.has((await objects.snapshot(signal)).rootNamespace);
  } catch {
    // Without objects nobody knows which namespace that is.
    return false;
  }
}
