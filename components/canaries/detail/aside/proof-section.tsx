import { EvidenceList } from '#components/ui/evidence-list.tsx';
import type { CanaryDetail } from '#lib/contract/canaries.ts';
import { words } from '../words.ts';
import { AsideSection } from './aside-section.tsx';

/** The questions and objects behind the figures. */
export function ProofSection({ proof }: Pick<CanaryDetail, 'proof'>) {
  if (proof.length === 0) return null;
  return (
    <AsideSection title={words.proof}>
      <EvidenceList evidence={proof} />
    </AsideSection>
  );
}
