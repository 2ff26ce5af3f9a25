'use client';

import { LoaderCircle, Play, Radio, TriangleAlert } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { StreamState } from '#lib/follow-events.ts';
import { words } from './words.ts';

type FollowButtonProps = {
  isOn: boolean;
  stream: StreamState;
  /** Why it cannot be followed. */
  refusal: string | undefined;
  onChange: (isOn: boolean) => void;
};

const icons = { connecting: LoaderCircle, open: Radio, waiting: TriangleAlert, stopped: TriangleAlert };

/** Switches following on and off, and says how the stream is doing. */
export function FollowButton({ isOn, stream, refusal, onChange }: FollowButtonProps) {
  const Icon = isOn ? icons[stream.id] : Play;
  return (
    <Button
      isOn={isOn}
      aria-pressed={isOn}
      disabled={refusal !== undefined && !isOn}
      title={refusal ?? words.followHint}
      onClick={() => onChange(!isOn)}
    >
      <Icon size={14} aria-hidden className={isOn && stream.id === 'open' ? 'text-ok' : undefined} />
      {isOn && stream.id === 'open' ? words.following : words.follow}
    </Button>
  );
}
