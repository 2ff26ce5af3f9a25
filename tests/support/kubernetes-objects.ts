import type { ObjectSource, ObjectsSnapshot } from '#server/sources/interface.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

/** Healing is promised within half a minute of the return of the source. */
export const healedWithinMs = 30_000;

/** The first snapshot of which `holds` is true. */
export function snapshotWhere(
  source: ObjectSource,
  holds: (snapshot: ObjectsSnapshot) => boolean,
  what: string,
): Promise<ObjectsSnapshot> {
  return waitUntil(
    async () => {
      const snapshot = await source.snapshot();
      return holds(snapshot) ? snapshot : undefined;
    },
    { what, withinMs: healedWithinMs },
  );
}

type Change = { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown };

/** Changes an object of the API server; a PATCH is a JSON merge patch. */
export async function change(url: string, { method, path, body }: Change): Promise<void> {
  const contentType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': contentType },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
}
