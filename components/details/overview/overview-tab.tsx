'use client';

import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useMedia } from '#components/ui/use-media.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { AsideSections } from '../aside/aside-sections.tsx';
import { wideEnoughForAside } from '../aside/wide-enough.ts';
import type { Subject } from '../subject.ts';
import { useSubject } from '../use-subject.ts';
import { EndpointsSection } from './endpoints-section.tsx';
import { LabelsSection } from './labels-section.tsx';
import { MembersSection } from './members-section.tsx';
import { overviewWords } from './overview-words.ts';
import { PodsSection } from './pods-section.tsx';
import { PortsSection } from './ports-section.tsx';
import { PropertiesSection } from './properties-section.tsx';
import { RequirementsSection } from './requirements-section.tsx';

/** What the target is: its parts, whether Istio can work with it, and how it is described. */
export function OverviewTab({ target }: TargetTabProps) {
  const query = useSubject(target);
  const isWide = useMedia(wideEnoughForAside);
  return (
    <div className="h-full overflow-y-auto">
      <QueryBoundary query={query}>
        {(subject) => (
          <>
            <OwnSections subject={subject} />
            {!isWide && <AsideSections target={target} subject={subject} />}
            <PropertiesSection subject={subject} />
            <LabelsSection labels={subject.detail.labels} annotations={subject.detail.annotations} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function OwnSections({ subject }: { subject: Subject }) {
  if (subject.kind === 'workload')
    return (
      <>
        <PodsSection pods={subject.detail.podList} />
        <RequirementsSection requirements={subject.detail.requirements} />
      </>
    );
  if (subject.kind === 'service')
    return (
      <>
        <PortsSection ports={subject.detail.ports} />
        <EndpointsSection namespace={subject.detail.namespace} endpoints={subject.detail.endpointList} />
        <RequirementsSection requirements={subject.detail.requirements} />
      </>
    );
  return (
    <>
      <MembersSection title={overviewWords.workloads} kind="workload" members={subject.detail.workloadList} />
      <MembersSection title={overviewWords.services} kind="service" members={subject.detail.serviceList} />
    </>
  );
}
