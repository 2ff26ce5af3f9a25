import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { PageSection } from '../page-section.tsx';
import { words } from '../words.ts';
import { SourceTable } from './source-table.tsx';
import { VersionChoice } from './version-choice.tsx';

type SourcesSectionProps = {
  detail: CanaryDetail;
  chosen: number;
  open: string;
  onOpen: (id: string) => void;
  onChoose: (name: string) => void;
};

/** Who calls, and whether each caller's requests are split as configured. */
export function SourcesSection({ detail, chosen, open, onOpen, onChoose }: SourcesSectionProps) {
  const { sources, versions } = detail;
  const share = words.shareWithInterval(versions[chosen]?.name ?? '');
  const hints =
    detail.unobserved === undefined
      ? { none: words.noSources, some: share }
      : { none: words.noPossibleSources, some: words.possibleSources };
  return (
    <PageSection
      title={words.bySource}
      hint={sources.length === 0 ? hints.none : hints.some}
      aside={<VersionChoice versions={versions} chosen={chosen} onChoose={onChoose} />}
    >
      {sources.length > 0 && <SourceTable detail={detail} chosen={chosen} open={open} onOpen={onOpen} />}
    </PageSection>
  );
}
