import { CreatedAt } from '#components/ui/created-at.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { NarrowSection } from '#components/ui/narrow-section.tsx';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { words } from './words.ts';

/** When it came to be, and what was written onto it. */
export function FactsSection({ detail }: { detail: ObjectDetail }) {
  const { createdAt, apiVersion, labels, annotations } = detail;
  return (
    <NarrowSection title={words.about}>
      <KeyValueList
        rows={[
          { key: words.created, value: createdAt === undefined ? undefined : <CreatedAt at={createdAt} /> },
          { key: words.apiVersion, value: <span className="mono text-xs">{apiVersion}</span> },
          { key: words.labels, value: textsOf(labels) },
          { key: words.annotations, value: textsOf(annotations) },
        ]}
      />
    </NarrowSection>
  );
}

function textsOf(texts: Readonly<Record<string, string>>) {
  const entries = Object.entries(texts);
  if (entries.length === 0) return undefined;
  return (
    <ul className="mono text-xs leading-[18px]">
      {entries.map(([key, value]) => (
        <li key={key}>
          {key}={value}
        </li>
      ))}
    </ul>
  );
}
