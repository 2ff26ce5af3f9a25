import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { WhatIfPanel } from '../../what-if/what-if-panel.tsx';
import { CausesSection } from './causes-section.tsx';
import { CaveatsSection } from './caveats-section.tsx';
import { GatesSection } from './gates-section.tsx';
import { HowLongSection } from './how-long-section.tsx';
import { ProofSection } from './proof-section.tsx';
import { RuledOutSection } from './ruled-out-section.tsx';
import { whatIfOf } from './what-if-of.ts';

type CanaryAsideProps = { detail: CanaryDetail; chosen: number };

/** Why it is so, what to know, and what to do with it. */
export function CanaryAside({ detail, chosen }: CanaryAsideProps) {
  return (
    <div className="flex flex-col divide-y">
      <CausesSection causes={detail.causes} isObserved={detail.unobserved === undefined} />
      <RuledOutSection ruledOut={detail.ruledOut} />
      <CaveatsSection caveats={detail.caveats} />
      <HowLongSection sources={detail.sources} />
      <GatesSection detail={detail} />
      <div className="px-4 py-3">
        {/* Its fields keep what was typed; another version has other figures. */}
        <WhatIfPanel key={chosen} {...whatIfOf(detail, chosen)} />
      </div>
      <ProofSection proof={detail.proof} />
    </div>
  );
}
