import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { PathButton } from './path-button.tsx';
import type { Pointing } from './pointing.ts';
import { ShortList } from './short-list.tsx';
import { words } from './words.ts';

type SaysSectionProps = {
  detail: ObjectDetail;
  pointing: Pointing;
};

/** What the object says, in words; each leads to the lines that say it. */
export function SaysSection({ detail, pointing }: SaysSectionProps) {
  const { says, rejected } = detail;
  return (
    <NarrowSection title={words.says}>
      {rejected !== undefined && <p className="text-warn">{words.rejected(rejected)}</p>}
      {says.length === 0 && rejected === undefined && <p className="text-ink-muted">{words.saysNothing}</p>}
      <ShortList rows={says} shown={40} rowId={({ path, text }) => `${path} ${text}`}>
        {({ path, text }) =>
          path === undefined ? (
            <span className="block px-2 py-0.5 wrap-anywhere">{text}</span>
          ) : (
            <PathButton path={path} text={text} pointing={pointing} />
          )
        }
      </ShortList>
    </NarrowSection>
  );
}
