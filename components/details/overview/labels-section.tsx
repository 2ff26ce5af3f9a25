'use client';

import { useState } from 'react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { overviewWords } from './overview-words.ts';
import { Section } from './section.tsx';

type Texts = Readonly<Record<string, string>>;

/** Labels and annotations as they stand on the object; long ones are folded. */
export function LabelsSection({ labels, annotations }: { labels: Texts; annotations: Texts }) {
  const entries = [
    ...Object.entries(labels).map(([key, value]) => ({ sort: overviewWords.label, key, value })),
    ...Object.entries(annotations).map(([key, value]) => ({ sort: overviewWords.annotation, key, value })),
  ];
  return (
    <Section title={overviewWords.labels}>
      {entries.length === 0 && <p className="px-4 text-ink-muted">{overviewWords.noLabels}</p>}
      <dl className="px-4">
        {entries.map(({ sort, key, value }) => (
          <div
            key={`${sort} ${key}`}
            className="grid grid-cols-[72px_minmax(0,2fr)_minmax(0,3fr)] gap-x-3 py-0.5"
          >
            <span className="text-xs leading-5 text-ink-muted">{sort}</span>
            <dt className="mono min-w-0 leading-5 wrap-anywhere">{key}</dt>
            <dd className="mono min-w-0 leading-5 wrap-anywhere">
              <FoldedText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const longestUnfolded = 96;

function FoldedText({ text }: { text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  if (text.length <= longestUnfolded) return text;
  return (
    <>
      {isOpen ? text : `${text.slice(0, longestUnfolded)}…`}{' '}
      <button
        type="button"
        aria-expanded={isOpen}
        className="font-sans text-xs text-accent hover:underline"
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? overviewWords.fold : overviewWords.showWhole}
      </button>{' '}
      <CopyButton text={text} label="value" />
    </>
  );
}
