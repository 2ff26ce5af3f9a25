import { Chip } from '#components/ui/chip.tsx';
import type { ChangeKind, GraphChange } from '#lib/graph/compare-graphs.ts';
import type { GraphActions } from '../graph-actions.ts';
import type { CompareOffset } from '../graph-state.ts';
import { changeTitles, compareWords } from '../words.ts';
import { PanelSection } from './panel-section.tsx';
import { panelWords } from './panel-words.ts';

const tones: Record<ChangeKind, 'ok' | 'fail' | 'warn'> = { added: 'ok', removed: 'fail', changed: 'warn' };

type ChangesSectionProps = { offset: CompareOffset; changes: readonly GraphChange[]; actions: GraphActions };

/** What is new, gone or different since the other time; a row selects. */
export function ChangesSection({ offset, changes, actions }: ChangesSectionProps) {
  return (
    <PanelSection isFlush title={panelWords.compared(compareWords[offset])}>
      {changes.length === 0 && <p className="px-4 pb-1.5 text-ink-muted">{panelWords.noChanges}</p>}
      <ul className="max-h-72 overflow-y-auto">
        {changes.map((change) => (
          <li key={`${change.subject} ${change.id}`}>
            <button
              type="button"
              onClick={() => actions.select({ kind: change.subject, id: change.id })}
              className="flex h-7 w-full items-center gap-2 px-4 text-left hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Chip tone={tones[change.kind]}>{changeTitles[change.kind]}</Chip>
              <span className="truncate">{change.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
