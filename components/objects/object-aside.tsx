import { ObjectCanariesPanel } from '#components/canaries/object-canaries-panel.tsx';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import { isCanaryKind } from '#lib/canary-kind.ts';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { AppliesSection } from './applies-section.tsx';
import { ConditionsSection } from './conditions-section.tsx';
import { FactsSection } from './facts-section.tsx';
import type { Pointing } from './pointing.ts';
import { RelatedSection } from './related-section.tsx';
import { SaysSection } from './says-section.tsx';
import { words } from './words.ts';

type ObjectAsideProps = {
  detail: ObjectDetail;
  pointing: Pointing;
};

/** What an object means: what it says, whom it is for, and what it has to do with other objects. */
export function ObjectAside(props: ObjectAsideProps) {
  return (
    <div className="flex flex-col divide-y">
      <SaysSection {...props} />
      {isCanaryKind(props.detail.object.kind) && (
        <NarrowSection title={words.canaries}>
          <ObjectCanariesPanel object={props.detail.object} />
        </NarrowSection>
      )}
      <AppliesSection detail={props.detail} />
      <RelatedSection {...props} />
      <ConditionsSection {...props} />
      <FactsSection detail={props.detail} />
    </div>
  );
}
