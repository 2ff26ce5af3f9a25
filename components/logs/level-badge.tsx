import { classNames } from '#components/ui/class-names.ts';
import type { LogLevel } from '#lib/contract/logs.ts';
import { levelLooks } from './level-looks.ts';

/** Icon and word of a level. */
export function LevelBadge({ level }: { level: LogLevel }) {
  const { icon: Icon, word, textClass } = levelLooks[level];
  return (
    <span className={classNames('inline-flex items-center gap-1 whitespace-nowrap text-xs', textClass)}>
      <Icon size={13} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {word}
    </span>
  );
}
