'use client';

import { useEffect, useRef, useState } from 'react';
import { type LogLine, logEventSchema } from '#lib/contract/logs.ts';
import { followEvents, type StreamState } from '#lib/follow-events.ts';
import { type Target, targetRoute } from '#lib/target.ts';
import { containerId } from './container-marks.ts';
import { joinLines } from './follow-buffer.ts';
import { choiceParameters, type LogsChoice } from './use-logs.ts';

export type Followed = {
  lines: readonly LogLine[];
  stream: StreamState;
  /** Of containers that ended or could not be followed, by their ids: the sentence. */
  troubles: Readonly<Record<string, string>>;
  /** Lines that came faster than they were taken. */
  dropped: number;
};

const atFirst: Followed = { lines: [], stream: { id: 'connecting' }, troubles: {}, dropped: 0 };
/** How long after a failure that may heal the stream is asked for again. */
const againMs = 5_000;
/** Lines that come within this time are drawn together. */
const gatherMs = 120;

type Follow = {
  choice: LogsChoice;
  isOn: boolean;
  /** Where to begin: the time of the newest line that is there already. */
  fromMs: number | undefined;
};

/** New lines of a target's containers while `isOn`. */
export function useLogFollow(target: Target, { choice, isOn, fromMs }: Follow): Followed {
  const [followed, setFollowed] = useState(atFirst);
  const [attempt, setAttempt] = useState(0);
  const newest = useRef<number>(undefined);
  const path = targetRoute(target, 'logs/follow');
  const asked = JSON.stringify(choiceParameters(target, choice));
  newest.current = followed.lines.at(-1)?.atMs ?? fromMs;

  // Another question begins with nothing; another attempt goes on.
  useEffect(() => {
    if (path !== '' && asked !== '' && isOn) setFollowed(atFirst);
  }, [path, asked, isOn]);

  useEffect(() => {
    if (!isOn || attempt < 0) return;
    let arrived: LogLine[] = [];
    let gather: number | undefined;
    let again: number | undefined;
    const take = () => {
      gather = undefined;
      const lines = arrived;
      arrived = [];
      setFollowed((before) => ({ ...before, lines: joinLines(before.lines, lines) }));
    };
    const leave = followEvents({
      path,
      parameters: { ...JSON.parse(asked), from: newest.current?.toString() },
      schema: logEventSchema,
      onState: (stream) => {
        setFollowed((before) => ({ ...before, stream }));
        if (stream.id === 'stopped' && stream.mayHeal)
          again = window.setTimeout(() => setAttempt((count) => count + 1), stream.againMs ?? againMs);
      },
      onEvent: (event) => {
        if (event.kind === 'lines') {
          arrived.push(...event.lines);
          gather ??= window.setTimeout(take, gatherMs);
        } else if (event.kind === 'dropped')
          setFollowed((before) => ({ ...before, dropped: before.dropped + event.count }));
        else
          setFollowed(({ troubles, ...before }) => ({
            ...before,
            troubles: withTrouble(
              troubles,
              containerId(event),
              event.state === 'following' ? undefined : event.text,
            ),
          }));
      },
    });
    return () => {
      leave();
      window.clearTimeout(gather);
      window.clearTimeout(again);
    };
  }, [isOn, path, asked, attempt]);

  return isOn ? followed : atFirst;
}

function withTrouble(
  troubles: Followed['troubles'],
  id: string,
  text: string | undefined,
): Followed['troubles'] {
  const { [id]: _healed, ...others } = troubles;
  return text === undefined ? others : { ...others, [id]: text };
}
