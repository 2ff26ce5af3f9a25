'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectText } from '#components/ui/object-text.ts';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { DestinationPolicy, Entrance, Subset } from '#lib/contract/routing.ts';
import { formatCount } from '#lib/format-count.ts';
import { targetPath } from '#lib/target.ts';
import { words } from './words.ts';

function Problem({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span className="mt-0.5 flex items-center gap-1 text-fail">
      <TriangleAlert size={13} aria-hidden /> {text}
    </span>
  );
}

function Lines({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <span className="text-ink-muted">{words.nothing}</span>;
  return texts.map((text) => (
    <span key={text} className="block">
      {text}
    </span>
  ));
}

type SubsetsTableProps = { subsets: readonly Subset[]; namespace: string };

/** Subsets with the pods that their labels choose. */
export function SubsetsTable({ subsets, namespace }: SubsetsTableProps) {
  return (
    <PlainTable
      label={words.subsets}
      rows={subsets}
      rowId={({ object, name }) => `${object.namespace}/${object.name} ${name}`}
      columns={[
        { title: words.name, cell: ({ name }) => <span className="mono font-medium">{name}</span> },
        { title: words.labels, cell: ({ labels }) => <span className="mono">{labelsText(labels)}</span> },
        {
          title: words.podsTitle,
          isWrapped: true,
          cell: ({ endpoints, problem }) => (
            <>
              {formatCount(endpoints.ready)} / {formatCount(endpoints.total)}
              <Problem text={problem} />
            </>
          ),
        },
        {
          title: words.workloads,
          cell: ({ workloads }) => <WorkloadLinks names={workloads} namespace={namespace} />,
        },
        { title: words.policy, isWrapped: true, cell: ({ policy }) => <Lines texts={policy} /> },
        {
          title: words.definedBy,
          isWideOnly: true,
          cell: ({ object, name }) => (
            <ObjectLink object={object} path={`spec.subsets[${name}]`}>
              {objectText(object)}
            </ObjectLink>
          ),
        },
      ]}
    />
  );
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

function WorkloadLinks({ names, namespace }: { names: readonly string[]; namespace: string }) {
  const address = useScopedAddress();
  if (names.length === 0) return words.nothing;
  return names.map((name) => (
    <Link
      key={name}
      href={address(targetPath({ kind: 'workload', namespace, name }))}
      className="block hover:underline"
    >
      {name}
    </Link>
  ));
}

/** DestinationRules: for whom they hold and what they set. */
export function PoliciesTable({ policies }: { policies: readonly DestinationPolicy[] }) {
  return (
    <PlainTable
      label={words.rules}
      rows={policies}
      rowId={({ object }) => objectText(object)}
      columns={[
        {
          title: words.object,
          cell: ({ object }) => <ObjectLink object={object}>{objectText(object)}</ObjectLink>,
        },
        {
          title: words.holds,
          isWrapped: true,
          cell: ({ scope, isInForce }) => (isInForce ? scope : `${words.notInForce}: ${scope}`),
        },
        { title: words.sets, isWrapped: true, cell: ({ policy }) => <Lines texts={policy} /> },
      ]}
    />
  );
}

/** Addresses from which requests come in from outside. */
export function EntrancesTable({ entrances }: { entrances: readonly Entrance[] }) {
  return (
    <PlainTable
      label={words.entrances}
      rows={entrances}
      rowId={({ url, gateway }) => `${url} ${gateway.namespace}/${gateway.name}`}
      columns={[
        {
          title: words.address,
          isWrapped: true,
          cell: ({ url }) => (
            <span className="inline-flex items-center gap-1">
              <span className="mono break-all">{url}</span> <CopyButton text={url} />
            </span>
          ),
        },
        {
          title: words.gatewayTitle,
          cell: ({ gateway }) => (
            <ObjectLink object={gateway}>{`${gateway.namespace}/${gateway.name}`}</ObjectLink>
          ),
        },
        {
          title: words.servedBy,
          isWideOnly: true,
          cell: ({ workloads, problem }) => (
            <>
              {workloads.join(', ')}
              <Problem text={problem} />
            </>
          ),
        },
        {
          title: words.route,
          isWideOnly: true,
          cell: ({ route }) => <ObjectLink object={route}>{objectText(route)}</ObjectLink>,
        },
      ]}
    />
  );
}
