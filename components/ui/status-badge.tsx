import { classNames } from './class-names.ts';
import { healthLooks, type StatusId } from './health-looks.ts';

type StatusBadgeProps = {
  status: StatusId;
  /** Says more than the state's own word, for instance `2 namespaces failing`. */
  text?: string;
  /** On a tinted plate, for headings. */
  isPlate?: boolean;
};

/** Icon and word of a state; never colour alone. */
export function StatusBadge({ status, text, isPlate = false }: StatusBadgeProps) {
  const look = healthLooks[status];
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap align-middle',
        look.textClass,
        isPlate && 'h-5 rounded-sm bg-tint px-1.5 text-xs font-medium',
      )}
    >
      <look.icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {text ?? look.word}
    </span>
  );
}
