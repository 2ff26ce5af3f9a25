import { classNames } from '#components/ui/class-names.ts';
import type { LogLevel } from '#lib/contract/logs.ts';
import { levelLooks } from './level-looks.ts';

/** The word of a level, with an icon where something is wrong. */
export function LevelBadge({ level }: { level: LogLevel }) {
  const { icon: Icon, word, textClass } = levelLooks[level];
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center align-top gap-1 whitespace-nowrap text-xs',
        textClass,
      )}
    >
      {Icon !== undefined && <Icon size={13} strokeWidth={1.75} aria-hidden className="shrink-0" />}
      {word}
    </span>
  );
}
