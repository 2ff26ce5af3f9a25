import { classNames } from '#components/ui/class-names.ts';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { AsideSection } from './aside-section.tsx';
import { words } from './words.ts';

type SaysSectionProps = {
  detail: ObjectDetail;
  path: string;
  onPath: (path: string) => void;
  onPointAt: (path: string | undefined) => void;
};

/** What the object says, in words; each leads to the lines that say it. */
export function SaysSection({ detail, path, onPath, onPointAt }: SaysSectionProps) {
  const { says, rejected } = detail;
  return (
    <AsideSection title={words.says}>
      {rejected !== undefined && <p className="text-warn">{words.rejected(rejected)}</p>}
      {says.length === 0 && rejected === undefined && <p className="text-ink-muted">{words.saysNothing}</p>}
      <ul className="flex flex-col">
        {says.map((saying) => (
          <li key={`${saying.path} ${saying.text}`}>
            {saying.path === undefined ? (
              <span className="block px-2 py-0.5 wrap-anywhere">{saying.text}</span>
            ) : (
              <PathButton
                path={saying.path}
                text={saying.text}
                isCurrent={saying.path === path}
                onPath={onPath}
                onPointAt={onPointAt}
              />
            )}
          </li>
        ))}
      </ul>
    </AsideSection>
  );
}

type PathButtonProps = {
  path: string;
  text: string;
  isCurrent: boolean;
  onPath: (path: string) => void;
  onPointAt: (path: string | undefined) => void;
};

function PathButton({ path, text, isCurrent, onPath, onPointAt }: PathButtonProps) {
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
        'block w-full rounded-md px-2 py-0.5 text-left wrap-anywhere hover:bg-hover',
        isCurrent && 'bg-selected',
      )}
    >
      {text}
    </button>
  );
}
