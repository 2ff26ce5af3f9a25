import { classNames } from '#components/ui/class-names.ts';
import type { Completion } from '#lib/find/complete-find.ts';
import type { FindError } from '#lib/find/expression.ts';

type CompletionListProps = {
  id: string;
  completions: readonly Completion[];
  active: number;
  onTake: (completion: Completion) => void;
  text: string;
  error: FindError | undefined;
};

/** What could stand next, and what is wrong with what stands there. */
export function CompletionList({ id, completions, active, onTake, text, error }: CompletionListProps) {
  const isShown = completions.length > 0 || (error !== undefined && text !== '');
  return (
    <div
      className={classNames(
        'absolute top-full left-0 z-40 mt-1 w-80 rounded-lg bg-raised p-1 shadow-pop',
        !isShown && 'hidden',
      )}
    >
      {error !== undefined && text !== '' && (
        <p id={`${id}-error`} className="px-2 py-1 text-xs">
          <span className="mono block truncate text-ink-muted" aria-hidden>
            {text.slice(Math.max(0, error.position - 24), error.position)}
            <span className="text-fail underline decoration-wavy underline-offset-2">
              {text.slice(error.position) === '' ? '\u00a0' : text.slice(error.position)}
            </span>
          </span>
          {error.message}
        </p>
      )}
      <div id={id} role="listbox" tabIndex={-1} aria-label="Completions" className="max-h-72 overflow-y-auto">
        {completions.map((completion, index) => (
          <div
            key={completion.text}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            // Not on click: the field would lose the focus before, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onTake(completion);
            }}
            className={classNames(
              'flex h-6 cursor-default items-center gap-3 rounded-md px-2 hover:bg-hover',
              index === active && 'bg-hover',
            )}
          >
            <span className="mono shrink-0">{completion.text.trim()}</span>
            <span className="truncate text-xs text-ink-muted">{completion.about}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
