import type { ObjectDetail } from '#lib/contract/objects.ts';
import { AsideSection } from './aside-section.tsx';
import { PathButton } from './path-button.tsx';
import type { Pointing } from './pointing.ts';
import { words } from './words.ts';

type SaysSectionProps = {
  detail: ObjectDetail;
  pointing: Pointing;
};

/** What the object says, in words; each leads to the lines that say it. */
export function SaysSection({ detail, pointing }: SaysSectionProps) {
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
              <PathButton path={saying.path} text={saying.text} pointing={pointing} />
            )}
          </li>
        ))}
      </ul>
    </AsideSection>
  );
}
