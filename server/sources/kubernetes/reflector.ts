import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import { ApiError, codeOf, describeFailure, errorOfEvent, GarbledError, hasStatus } from './api-error.ts';
import { type ListTarget, listAll } from './list.ts';
import { backOffMs, type Timing } from './timing.ts';

/** `failing` keeps what was read before; `forbidden` and `absent` do not. */
export type ReadState =
  | { phase: 'pending' | 'current' | 'absent' }
  | { phase: 'failing' | 'forbidden'; reason: string };

export type ObjectEvent = { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: unknown };

export type ReflectorOptions = {
  client: ApiClient;
  target: ListTarget;
  timing: Timing;
  signal: AbortSignal;
  onPage(objects: readonly unknown[], isFirst: boolean): void;
  onListEnd(): void;
  onEvent(event: ObjectEvent): void;
  onState(state: ReadState): void;
};

const eventSchema = z.looseObject({
  type: z.enum(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR']),
  object: z.looseObject({ metadata: z.looseObject({ resourceVersion: z.string().optional() }).optional() }),
});

/** A watch that lived this long was a good one: the next failure starts the back-off anew. */
const soundWatchMs = 5_000;

/**
 * Keeps a copy of one list current until the signal aborts: list, then watch from its resource version, then watch again
 * from the last version seen. Written here because client-node's informer asks for no bookmarks and no pages, stops at
 * the first error, and passes over every ERROR event but 410.
 */
export async function runReflector(options: ReflectorOptions): Promise<void> {
  const { client, target, timing, signal, onState } = options;
  let resourceVersion: string | undefined;
  let attempt = 0;
  let isOpen = false;

  async function readUntilItEnds(): Promise<void> {
    if (resourceVersion === undefined) {
      resourceVersion = await listAll({ client, target, signal, onPage: options.onPage });
      options.onListEnd();
    }
    const query = { resourceVersion, allowWatchBookmarks: 'true', fieldSelector: target.fieldSelector };
    const events = await client.watch({ path: target.path, query, signal });
    isOpen = true;
    onState({ phase: 'current' });
    for await (const raw of events) {
      const { type, object } = readEvent(raw, target.path);
      if (type === 'ERROR') throw errorOfEvent(object);
      if (type !== 'BOOKMARK') options.onEvent({ type, object });
      resourceVersion = object.metadata?.resourceVersion ?? resourceVersion;
      attempt = 0;
    }
  }

  while (!signal.aborted) {
    const startedAt = performance.now();
    isOpen = false;
    const error = await readUntilItEnds().then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (signal.aborted) return;
    if (hasStatus(error, 404)) return onState({ phase: 'absent' });
    const isQuiet = isOpen && codeOf(error) === 'UND_ERR_BODY_TIMEOUT';
    const isExpired = resourceVersion !== undefined && hasStatus(error, 410);
    const isExpected = error === undefined || isQuiet || isExpired;
    if (isQuiet || (isOpen && performance.now() - startedAt > soundWatchMs)) attempt = 0;
    if (mustListAfter(error)) resourceVersion = undefined;
    // A watch that ends is opened again: only when that fails, too, there is something to tell.
    if (!isOpen && !isExpected) onState(stateAfter(error));
    await wait(isExpected ? attempt : attempt + 1, error);
    attempt += 1;
  }

  async function wait(failures: number, error: unknown): Promise<void> {
    const askedMs = error instanceof ApiError ? Math.min(error.retryAfterMs, timing.backOffCapMs) : 0;
    const ownMs = failures === 0 ? 0 : backOffMs({ attempt: failures - 1, timing, random: Math.random() });
    // Rejects only when the signal aborts, which the loop looks at next.
    await setTimeout(Math.max(askedMs, ownMs), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

function readEvent(raw: unknown, path: string): z.output<typeof eventSchema> {
  const parsed = eventSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new GarbledError(`a line of the watch on ${path} is not an event`);
}

/** 410: the history since our version is gone. Garbage: nobody knows which events were lost. 403: what we had is dropped. */
function mustListAfter(error: unknown): boolean {
  return hasStatus(error, 410) || hasStatus(error, 403) || error instanceof GarbledError;
}

function stateAfter(error: unknown): ReadState {
  const reason = describeFailure(error);
  return hasStatus(error, 403) ? { phase: 'forbidden', reason } : { phase: 'failing', reason };
}
