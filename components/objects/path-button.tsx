import { classNames } from '#components/ui/class-names.ts';
import type { Pointing } from './pointing.ts';

type PathButtonProps = {
  path: string;
  text: string;
  pointing: Pointing;
  isSmall?: boolean;
};

/** Words that stand for lines of the manifest: pointing at them lights the lines up, pressing leads there. */
export function PathButton({ path, text, pointing, isSmall = false }: PathButtonProps) {
  const { current, onPath, onPointAt } = pointing;
  const isCurrent = path === current;
  return (
    <button
      type="button"
      title={path}
      aria-pressed={isCurrent}
      onClick={() => onPath(isCurrent ? '' : path)}
      onPointerEnter={() => onPointAt(path)}
      onPointerLeave={() => onPointAt(undefined)}
      onFocus={() => onPointAt(path)}
      onBlur={() => onPointAt(undefined)}
      className={classNames(
        'block w-full rounded-md px-2 text-left wrap-anywhere hover:bg-hover',
        isSmall ? 'text-xs text-ink-muted' : 'py-0.5',
        isCurrent && 'bg-selected text-ink',
      )}
    >
      {text}
    </button>
  );
}
