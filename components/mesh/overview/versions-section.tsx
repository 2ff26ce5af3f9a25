'use client';

import Link from 'next/link';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ComponentVersion } from '#lib/contract/mesh.ts';
import { Section } from '../section.tsx';
import { SkewBadge } from './skew-badge.tsx';
import { words } from './words.ts';

type VersionsSectionProps = { versions: readonly ComponentVersion[]; rule: string };

/** Everything of Istio that runs, by type and version. */
export function VersionsSection({ versions, rule }: VersionsSectionProps) {
  return (
    <Section title={words.versions} hint={rule}>
      <PlainTable
        label={words.versions}
        rows={versions}
        rowId={({ type, version, source }) => `${type} ${version ?? ''} ${source}`}
        columns={columns}
      />
    </Section>
  );
}

/** How many there are; proxies lead to the list of them. */
function MemberCount({ version: { type, version, count, members } }: { version: ComponentVersion }) {
  const address = useScopedAddress();
  const names = members.map(({ namespace, name }) => `${namespace}/${name}`).join('\n');
  const isProxy = type !== 'istiod' && type !== 'cni';
  if (!isProxy || version === undefined) return <span title={names}>{count}</span>;
  return (
    <Link
      href={address('/proxies', { namespaces: '*', type, version })}
      title={names}
      className="text-accent hover:underline"
    >
      {count}
    </Link>
  );
}

const columns = [
  { title: words.type, cell: ({ type }: ComponentVersion) => words.types[type] },
  {
    title: words.version,
    cell: ({ version }: ComponentVersion) => <span className="mono">{version ?? '–'}</span>,
  },
  {
    title: words.count,
    isNumber: true,
    cell: (version: ComponentVersion) => <MemberCount version={version} />,
  },
  {
    title: words.skew,
    isWrapped: true,
    cell: ({ type, skew, why }: ComponentVersion) =>
      type === 'istiod' ? (
        '–'
      ) : (
        <span className="flex flex-wrap gap-x-2">
          <SkewBadge skew={skew} />
          {skew !== 'same' && <span className="text-ink-muted">{why}</span>}
        </span>
      ),
  },
  { title: words.source, isWideOnly: true, cell: ({ source }: ComponentVersion) => words.sources[source] },
];
