import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectText } from '#components/ui/object-text.ts';
import type { Badge } from '#lib/contract/graph.ts';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

/** What each mark on the node says, and the objects that it was read from. */
export function BadgesSection({ badges }: { badges: readonly Badge[] }) {
  if (badges.length === 0) return null;
  return (
    <PanelSection title={panelWords.badges}>
      <ul className="flex flex-col gap-1.5">
        {badges.map((badge) => (
          <li key={`${badge.id} ${badge.text}`}>
            <p>{badge.text}</p>
            {badge.objects.map((object) => (
              <p key={objectText(object)} className="mono">
                <ObjectLink object={object}>{objectText(object)}</ObjectLink>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
