import type { LinkConfidence } from '#lib/contract/proxy-links.ts';
import { classNames } from './class-names.ts';

/** How sure a link is, in a word and a shape: a full dot, a half one, a ring. */
export const confidenceLooks: Record<LinkConfidence, { word: string; sentence: string; fill: string }> = {
  marker: { word: 'marked', sentence: 'the item itself says so', fill: 'bg-current' },
  name: {
    word: 'by name',
    sentence: 'its name says so',
    fill: 'bg-linear-to-r from-current from-50% to-transparent to-50%',
  },
  inferred: { word: 'inferred', sentence: 'Istio’s rules lead there', fill: '' },
};

type ConfidenceMarkProps = { confidence: LinkConfidence; hasWord?: boolean };

export function ConfidenceMark({ confidence, hasWord = false }: ConfidenceMarkProps) {
  const { word, fill } = confidenceLooks[confidence];
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5">
      <span
        aria-hidden
        className={classNames('size-2 shrink-0 rounded-full border border-current text-accent', fill)}
      />
      <span className={hasWord ? undefined : 'sr-only'}>{word}</span>
    </span>
  );
}
