import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { PageSection } from '../page-section.tsx';
import { words } from '../words.ts';
import { ComparedTable } from './compared-table.tsx';

type ComparedSectionProps = {
  detail: CanaryDetail;
  chosen: number;
  /** Name of the version whose row is open. */
  open: string;
  onOpen: (name: string) => void;
  onChoose: (name: string) => void;
};

/** Whether the new version is as good: errors and durations against the baseline's. */
export function ComparedSection({ detail, chosen, open, onOpen, onChoose }: ComparedSectionProps) {
  const { versions, testCount, notes } = detail.compared;
  const nothing = detail.unobserved === undefined ? words.nothingCompared : words.notCompared;
  const said = [...(testCount > 0 ? [words.tests(testCount)] : []), ...notes];
  return (
    <PageSection title={words.compared} hint={versions.length === 0 ? nothing : words.comparedHint}>
      {versions.length > 0 && (
        <ComparedTable
          compared={detail.compared}
          chosenName={detail.versions[chosen]?.name ?? ''}
          open={open}
          onOpen={onOpen}
          onChoose={onChoose}
        />
      )}
      {said.length > 0 && (
        <ul
          aria-label={words.comparedNotes}
          className="flex flex-col gap-0.5 px-4 py-2 text-xs text-ink-muted"
        >
          {said.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}
