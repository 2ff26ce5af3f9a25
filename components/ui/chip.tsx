import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const tones = {
  neutral: 'text-ink-muted',
  accent: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  fail: 'text-fail',
  info: 'text-info',
  restricted: 'text-restricted',
} as const;

type Tone = keyof typeof tones;

/** A short word on a tinted plate. */
export function Chip({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm bg-tint px-1.5 text-xs font-medium',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A technical word in a hairline frame, such as a label or a marker. */
export function Tag({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={classNames(
        'mono inline-flex h-[18px] items-center whitespace-nowrap rounded-sm border px-1.5 text-2xs text-ink-muted',
        className,
      )}
    >
      {children}
    </span>
  );
}
