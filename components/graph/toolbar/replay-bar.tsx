'use client';

import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { replayFrameCount } from '#lib/graph/replay-frames.ts';
import type { ChangeGraphState } from '../graph-state.ts';
import { replayWords } from '../words.ts';

type ReplayBarProps = {
  frame: number;
  /** What time the frame shows. */
  clock: string;
  /** The next frame is shown only when this one is there. */
  isLoading: boolean;
  change: ChangeGraphState;
};

const frameMs = 1500;

/** Steps, or plays, through the frames of a past window. */
export function ReplayBar({ frame, clock, isLoading, change }: ReplayBarProps) {
  const [isPlaying, setIsPlaying] = useState(false);
  const show = (next: number) => change({ frame: next }, { history: 'replace' });
  useEffect(() => {
    if (!isPlaying || isLoading) return;
    const timer = window.setTimeout(() => {
      if (frame >= replayFrameCount) setIsPlaying(false);
      else change({ frame: frame + 1 }, { history: 'replace' });
    }, frameMs);
    return () => window.clearTimeout(timer);
  }, [isPlaying, isLoading, frame, change]);
  const handlePlay = () => {
    if (!isPlaying && frame >= replayFrameCount) show(1);
    setIsPlaying(!isPlaying);
  };
  const PlayIcon = isPlaying ? Pause : Play;
  return (
    <section
      aria-label={replayWords.label}
      className="flex h-11 shrink-0 items-center gap-3 border-b bg-selected px-4"
    >
      <ButtonGroup aria-label={replayWords.label}>
        <Button
          isIcon
          aria-label={replayWords.previous}
          disabled={frame <= 1}
          onClick={() => show(frame - 1)}
        >
          <SkipBack size={14} aria-hidden />
        </Button>
        <Button isIcon aria-label={isPlaying ? replayWords.pause : replayWords.play} onClick={handlePlay}>
          <PlayIcon size={14} aria-hidden />
        </Button>
        <Button
          isIcon
          aria-label={replayWords.next}
          disabled={frame >= replayFrameCount}
          onClick={() => show(frame + 1)}
        >
          <SkipForward size={14} aria-hidden />
        </Button>
      </ButtonGroup>
      <input
        type="range"
        aria-label={replayWords.frame}
        aria-valuetext={clock}
        min={1}
        max={replayFrameCount}
        value={frame}
        onChange={(event) => show(Number(event.target.value))}
        className="min-w-24 max-w-96 flex-1 accent-accent"
      />
      <span className="mono">{clock}</span>
      <span className="text-ink-muted max-md:hidden">{replayWords.counter(frame, replayFrameCount)}</span>
      <Button
        look="quiet"
        isIcon
        className="ml-auto"
        aria-label={replayWords.end}
        onClick={() => change({ replay: '', frame: 1 })}
      >
        <X size={16} aria-hidden />
      </Button>
    </section>
  );
}
