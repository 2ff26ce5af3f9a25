'use client';

import { ArrowDown, LogIn } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { goToSignIn } from '#components/ui/scope/lead-to-sign-in.ts';
import { WarningLine } from '#components/ui/warning-line.tsx';
import type { StreamState } from '#lib/follow-events.ts';
import { words } from './words.ts';

type FollowBarProps = {
  isAtEnd: boolean;
  newCount: number;
  /** Undefined while nothing is followed. */
  stream: StreamState | undefined;
  onToEnd: () => void;
};

/** Over the end of the list: the way back to the newest lines, and what is wrong with the stream. */
export function FollowBar({ isAtEnd, newCount, stream, onToEnd }: FollowBarProps) {
  const trouble =
    stream?.id === 'waiting' ? words.waiting : stream?.id === 'stopped' ? stream.reason : undefined;
  return (
    <>
      {!isAtEnd && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <Button look="primary" className="pointer-events-auto shadow-pop" onClick={onToEnd}>
            <ArrowDown size={14} aria-hidden />
            <span aria-live="polite">{newCount === 0 ? words.newest : words.newLines(newCount)}</span>
          </Button>
        </div>
      )}
      {trouble !== undefined && (
        <div className="border-t px-4 py-1.5">
          <WarningLine warnings={[{ code: 'stream', message: trouble }]} />
          {stream?.id === 'stopped' && stream.code === 'unauthenticated' && (
            <Button className="mt-1" onClick={goToSignIn}>
              <LogIn size={14} aria-hidden />
              {words.signIn}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
