'use client';

import Link from 'next/link';
import { hasSeveralClusters } from '#components/ui/data-table/cluster-column.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { healthLooks } from '#components/ui/health-looks.ts';
import { HealthReasonsWhy } from '#components/ui/health-why.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { ClusterHere, InCluster } from '#components/ui/scope/in-cluster.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { compareItems, type Item, itemId, itemStatus } from '#lib/item-status.ts';
import { targetPath } from '#lib/target.ts';
import { Card } from './card.tsx';
import { countStatuses } from './count-statuses.ts';
import type { ThingKind } from './thing-kinds.ts';
import { useThings } from './use-things.ts';
import { words } from './words.ts';

const shownRows = 5;
const troubled = ['failing', 'degraded', 'unknown'];

/** How many workloads, services or applications are in which state, and those that are not well by name. */
export function ThingsCard({ thing }: { thing: ThingKind }) {
  const address = useScopedAddress();
  const query = useThings(thing);
  return (
    <Card
      title={thing.title}
      link={{ text: words.all(thing.title), href: address(thing.path) }}
      className="lg:col-span-6 xl:col-span-4"
    >
      <QueryBoundary
        query={query}
        isSmall
        showsWarnings={false}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState isSmall title={words.nothingOf(thing.title)} text={words.nothingOfText} />}
      >
        {({ items }) => (
          <>
            <StatusCounts items={items} thing={thing} />
            <WorstThings items={items} thing={thing} />
          </>
        )}
      </QueryBoundary>
    </Card>
  );
}

type ThingsProps = { items: readonly Item[]; thing: ThingKind };

/** Each state leads to the list of those that are in it. */
function StatusCounts({ items, thing }: ThingsProps) {
  const address = useScopedAddress();
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-0.5 px-3 pb-2">
      {countStatuses(items).map(({ status, count }) => (
        <Link
          key={status}
          href={address(thing.path, { health: status })}
          className="hover:underline"
          title={words.listOf(healthLooks[status].word, thing.title)}
        >
          <StatusBadge status={status} text={`${count} ${healthLooks[status].word.toLowerCase()}`} />
        </Link>
      ))}
    </div>
  );
}

function WorstThings({ items, thing }: ThingsProps) {
  const worst = items
    .filter((item) => troubled.includes(item.health.status))
    .sort(compareItems)
    .slice(0, shownRows);
  if (worst.length === 0) return <p className="border-t px-3 py-2.5 text-ink-muted">{words.allWell}</p>;
  return (
    <ul aria-label={words.worstOf(thing.title)}>
      {worst.map((item) => (
        <InCluster key={itemId(item)} name={item.cluster} isSaid={hasSeveralClusters(items)}>
          <WorstThing item={item} kind={thing.kind} />
        </InCluster>
      ))}
    </ul>
  );
}

function WorstThing({ item, kind }: { item: Item; kind: ThingKind['kind'] }) {
  const address = useScopedAddress();
  const { namespace, name, health } = item;
  const look = healthLooks[itemStatus(item)];
  const [reason] = health.reasons;
  return (
    <li className="flex min-h-[49px] items-start gap-2 border-t px-3 py-1.5">
      <look.icon size={14} aria-label={look.word} className={`mt-[3px] shrink-0 ${look.textClass}`} />
      <div className="min-w-0 flex-1 leading-[18px]">
        <Link href={address(targetPath({ kind, namespace, name }))} className="font-medium hover:underline">
          {name}
        </Link>{' '}
        <span className="text-ink-muted">
          <ClusterHere />
          {namespace}
        </span>
        {reason !== undefined && (
          <p className="truncate text-xs leading-[18px] text-ink-muted" title={reason.text}>
            {reason.text}
          </p>
        )}
      </div>
      {reason !== undefined && <HealthReasonsWhy name={name} health={health} />}
    </li>
  );
}
