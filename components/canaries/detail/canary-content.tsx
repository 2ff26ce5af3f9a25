'use client';

import { useUrlState } from '#components/ui/use-url-state.ts';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { CanaryAside } from './aside/canary-aside.tsx';
import { canaryUrl } from './canary-state.ts';
import { chosenVersion } from './chosen-version.ts';
import { CanaryFigures } from './head/canary-figures.tsx';
import { CanaryHead } from './head/canary-head.tsx';
import { SourcesSection } from './sources/sources-section.tsx';
import { TimelineSection } from './timeline/timeline-section.tsx';
import { ComparedSection } from './versions/compared-section.tsx';

/** The rule's figures on the left, what to make of them on the right; below each other where the screen is narrow. */
export function CanaryContent({ detail }: { detail: CanaryDetail }) {
  const [{ version, source, compared }, change] = useUrlState(canaryUrl);
  const chosen = chosenVersion(detail.versions, version);
  const handleChoose = (name: string) => change({ version: name });
  return (
    <>
      <CanaryHead detail={detail} chosen={chosen} />
      <div className="flex min-h-0 flex-1 flex-col max-2xl:overflow-y-auto">
        <CanaryFigures detail={detail} chosen={chosen} />
        <div className="grid min-h-0 2xl:flex-1 2xl:grid-cols-[minmax(0,1fr)_380px]">
          <div className="min-w-0 2xl:overflow-y-auto">
            <SourcesSection
              detail={detail}
              chosen={chosen}
              open={source}
              onOpen={(id) => change({ source: id })}
              onChoose={handleChoose}
            />
            <TimelineSection detail={detail} chosen={chosen} selected={source} />
            <ComparedSection
              detail={detail}
              chosen={chosen}
              open={compared}
              onOpen={(name) => change({ compared: name })}
              onChoose={handleChoose}
            />
          </div>
          <aside className="min-w-0 2xl:overflow-y-auto 2xl:border-l">
            <CanaryAside detail={detail} chosen={chosen} />
          </aside>
        </div>
      </div>
    </>
  );
}
