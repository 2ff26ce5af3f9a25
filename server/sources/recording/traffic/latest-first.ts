import type { Stream } from '../model/streams.ts';

export type FoundRequest = { flowIndex: number; number: number; atSeconds: number };

type Cursor = { stream: Stream; next: number; least: number; found: FoundRequest };

/**
 * The requests of some streams that came in a window, newest first, each once. Every step costs the same, however long
 * the window and however rare the requests: nothing else is looked at.
 */
export function* latestFirst(
  streams: readonly Stream[],
  { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number },
): Generator<FoundRequest> {
  const cursors = streams.flatMap((stream) => {
    const least = stream.countUntil(fromSeconds);
    const count = stream.countUntil(toSeconds);
    if (count <= least) return [];
    const within = [fromSeconds, toSeconds] as const;
    return [{ stream, next: count - 1, least, found: requestOf(stream, count - 1, within) }];
  });
  let last: FoundRequest | undefined;
  for (;;) {
    const latest = latestOf(cursors);
    if (latest === undefined) return;
    const { found } = latest;
    if (last?.flowIndex !== found.flowIndex || last.number !== found.number) yield found;
    last = found;
    latest.next -= 1;
    if (latest.next < latest.least) cursors.splice(cursors.indexOf(latest), 1);
    else latest.found = requestOf(latest.stream, latest.next, [fromSeconds, found.atSeconds]);
  }
}

function requestOf(stream: Stream, index: number, within: readonly [number, number]): FoundRequest {
  return { flowIndex: stream.flowIndex, ...stream.requestOf(index, within) };
}

/** Requests of one moment are kept together by flow and number. */
function latestOf(cursors: readonly Cursor[]): Cursor | undefined {
  let latest: Cursor | undefined;
  for (const cursor of cursors)
    if (latest === undefined || isLater(cursor.found, latest.found)) latest = cursor;
  return latest;
}

function isLater(one: FoundRequest, other: FoundRequest): boolean {
  if (one.atSeconds !== other.atSeconds) return one.atSeconds > other.atSeconds;
  if (one.flowIndex !== other.flowIndex) return one.flowIndex > other.flowIndex;
  return one.number > other.number;
}
