'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { DestinationPolicy, Entrance, Subset } from '#lib/contract/routing.ts';
import { formatCount } from '#lib/format-count.ts';
import { targetPath } from '#lib/target.ts';
import { PlainTable } from './plain-table.tsx';
import { words } from './words.ts';

function objectText({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace}/${name}`;
}

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

/** Subsets with the pods that their labels choose. */
export function SubsetsTable({ subsets, namespace }: { subsets: readonly Subset[]; namespace: string }) {
  const address = useScopedAddress();
  return (
    <PlainTable
      label={words.subsets}
      heads={[words.name, words.labels, words.podsTitle, words.workloads, words.policy, words.definedBy]}
      rows={subsets.map(({ name, labels, endpoints, workloads, policy, problem, object }) => ({
        key: `${object.namespace}/${object.name} ${name}`,
        cells: [
          <span key="name" className="mono font-medium">
            {name}
          </span>,
          <span key="labels" className="mono">
            {Object.entries(labels)
              .map(([key, value]) => `${key}=${value}`)
              .join(', ')}
          </span>,
          <span key="pods">
            {formatCount(endpoints.ready)} / {formatCount(endpoints.total)}
            <Problem text={problem} />
          </span>,
          workloads.length === 0
            ? words.nothing
            : workloads.map((workload) => (
                <Link
                  key={workload}
                  href={address(targetPath({ kind: 'workload', namespace, name: workload }))}
                  className="block hover:underline"
                >
                  {workload}
                </Link>
              )),
          <Lines key="policy" texts={policy} />,
          objectText(object),
        ],
      }))}
    />
  );
}

/** DestinationRules: for whom they hold and what they set. */
export function PoliciesTable({ policies }: { policies: readonly DestinationPolicy[] }) {
  return (
    <PlainTable
      label={words.rules}
      heads={[words.object, words.holds, words.sets]}
      rows={policies.map(({ object, scope, policy, isInForce }) => ({
        key: objectText(object),
        cells: [
          objectText(object),
          isInForce ? scope : `${words.notInForce}: ${scope}`,
          <Lines key="policy" texts={policy} />,
        ],
      }))}
    />
  );
}

/** Addresses from which requests come in from outside. */
export function EntrancesTable({ entrances }: { entrances: readonly Entrance[] }) {
  return (
    <PlainTable
      label={words.entrances}
      heads={[words.address, words.gatewayTitle, words.servedBy, words.route]}
      rows={entrances.map(({ url, gateway, workloads, route, problem }) => ({
        key: `${url} ${gateway.name}`,
        cells: [
          <span key="url" className="inline-flex items-center gap-1">
            <span className="mono break-all">{url}</span> <CopyButton text={url} />
          </span>,
          `${gateway.namespace}/${gateway.name}`,
          <span key="workloads">
            {workloads.join(', ')}
            <Problem text={problem} />
          </span>,
          objectText(route),
        ],
      }))}
    />
  );
}
