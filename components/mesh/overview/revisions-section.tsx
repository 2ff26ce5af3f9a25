import { HealthWhy } from '#components/ui/health-why.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { Mesh, Revision, RevisionTag } from '#lib/contract/mesh.ts';
import { Names } from '../names.tsx';
import { Section } from '../section.tsx';
import { words } from './words.ts';

type RevisionsSectionProps = { mesh: Pick<Mesh, 'revisions' | 'tags' | 'outside' | 'ambient'> };

/** Which revision serves whom, the tags that stand for revisions, and who is on none. */
export function RevisionsSection({ mesh: { revisions, tags, outside, ambient } }: RevisionsSectionProps) {
  return (
    <Section title={words.revisions} count={revisions.length}>
      <PlainTable
        label={words.revisions}
        rows={revisions}
        rowId={({ revision }) => revision}
        columns={revisionColumns}
      />
      <dl className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-4 pt-2">
        <dt className="text-ink-muted">{words.outside}</dt>
        <dd className="min-w-0 wrap-anywhere">
          <Names names={outside} />
        </dd>
        {ambient.length > 0 && (
          <>
            <dt className="text-ink-muted">{words.ambient}</dt>
            <dd className="min-w-0 wrap-anywhere">
              <Names names={ambient} />
            </dd>
          </>
        )}
        {tags.length === 0 && (
          <>
            <dt className="text-ink-muted">{words.tags}</dt>
            <dd>{words.noTags}</dd>
          </>
        )}
      </dl>
      {tags.length > 0 && (
        <PlainTable label={words.tags} rows={tags} rowId={({ webhook }) => webhook} columns={tagColumns} />
      )}
    </Section>
  );
}

const revisionColumns = [
  { title: words.revision, cell: ({ revision }: Revision) => <span className="mono">{revision}</span> },
  {
    title: words.state,
    cell: ({ revision, health }: Revision) => <HealthWhy name={revision} health={health} />,
  },
  { title: words.tags, isWideOnly: true, cell: ({ tags }: Revision) => <Names names={tags} /> },
  {
    title: words.namespaces,
    isWrapped: true,
    cell: ({ namespaces }: Revision) => <Names names={namespaces} />,
  },
  { title: words.proxyCount, isNumber: true, cell: ({ proxies }: Revision) => proxies },
];

const tagColumns = [
  { title: words.tag, cell: ({ tag }: RevisionTag) => <span className="mono">{tag}</span> },
  { title: words.state, cell: ({ tag, health }: RevisionTag) => <HealthWhy name={tag} health={health} /> },
  { title: words.revision, cell: ({ revision }: RevisionTag) => <span className="mono">{revision}</span> },
  {
    title: words.namespaces,
    isWrapped: true,
    cell: ({ namespaces }: RevisionTag) => <Names names={namespaces} />,
  },
  { title: words.proxyCount, isNumber: true, cell: ({ proxies }: RevisionTag) => proxies },
  { title: words.webhook, isWideOnly: true, cell: ({ webhook }: RevisionTag) => webhook },
];
