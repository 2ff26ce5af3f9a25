import { CopyButton } from '#components/ui/copy-button.tsx';
import { EvidenceList } from '#components/ui/evidence-list.tsx';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import { words } from '../words.ts';

/** The objects and questions behind the figures. Questions are long: one line of each, until it is opened. */
export function ProofSection({ proof }: Pick<CanaryDetail, 'proof'>) {
  if (proof.length === 0) return null;
  const questions = proof.filter(({ kind }) => kind === 'series');
  return (
    <NarrowSection title={words.proof}>
      <div className="flex flex-col gap-2">
        <EvidenceList evidence={proof.filter(({ kind }) => kind !== 'series')} />
        {questions.map(({ text }, index) => (
          <div key={text} className="flex items-start gap-2 rounded-md bg-sunken px-2 py-1.5">
            <details className="group/question mono min-w-0 flex-1 text-[11.5px] leading-[18px]">
              <summary className="truncate group-open/question:text-ink-muted">{text}</summary>
              <code className="wrap-anywhere">{text}</code>
            </details>
            <CopyButton text={text} label={words.question(index + 1)} />
          </div>
        ))}
      </div>
    </NarrowSection>
  );
}
