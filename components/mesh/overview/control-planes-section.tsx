'use client';

import Link from 'next/link';
import { Tag } from '#components/ui/chip.tsx';
import { CreatedAt } from '#components/ui/created-at.tsx';
import { DashboardLines } from '#components/ui/dashboard-lines.tsx';
import { HealthWhy } from '#components/ui/health-why.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ControlPlane, IstiodReplica } from '#lib/contract/mesh.ts';
import { targetPath } from '#lib/target.ts';
import { Section } from '../section.tsx';
import { words } from './words.ts';

/** Each control plane with its replicas. */
export function ControlPlanesSection({ planes }: { planes: readonly ControlPlane[] }) {
  return (
    <Section title={words.controlPlanes} count={planes.length} empty={words.noControlPlane}>
      {planes.map((plane) => (
        <article key={`${plane.namespace}/${plane.revision}`} aria-label={plane.revision} className="pb-2">
          <PlaneHead plane={plane} />
          {plane.replicas.length > 0 && (
            <PlainTable
              label={`${words.replica} ${plane.revision}`}
              rows={plane.replicas}
              rowId={({ pod }) => pod}
              columns={replicaColumns}
            />
          )}
        </article>
      ))}
    </Section>
  );
}

function PlaneHead({ plane }: { plane: ControlPlane }) {
  const address = useScopedAddress();
  const { namespace, workload, revision, external, replicas, desiredReplicas, proxies, versions } = plane;
  const ready = replicas.filter(({ isReady }) => isReady).length;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <span className="text-base font-medium">
        {workload === undefined ? (
          'istiod'
        ) : (
          <Link
            href={address(targetPath({ kind: 'workload', namespace, name: workload }))}
            className="text-accent hover:underline"
          >
            {namespace}/{workload}
          </Link>
        )}
      </span>
      <Tag>{revision}</Tag>
      <HealthWhy name={`istiod ${revision}`} health={plane.health} />
      {versions.length > 0 && <span className="mono">{versions.join(', ')}</span>}
      <span className="text-ink-muted">
        {external === undefined
          ? words.replicasReady(ready, desiredReplicas ?? replicas.length)
          : words.external(external)}
      </span>
      <span className="text-ink-muted">
        {proxies === undefined ? words.proxiesUnknown : words.inSync(proxies.inSync, proxies.connected)}
      </span>
      <DashboardLines about={{ of: 'controlPlane', namespace: namespace || undefined, name: revision }} />
    </div>
  );
}

/** Leads to the list of the proxies that are connected to the replica. */
function ProxyCount({ replica: { pod, proxies, unanswered } }: { replica: IstiodReplica }) {
  const address = useScopedAddress();
  if (proxies === undefined)
    return (
      <span className="text-ink-muted" title={unanswered}>
        –
      </span>
    );
  return (
    <Link
      href={address('/proxies', { namespaces: '*', istiod: pod })}
      className="text-accent hover:underline"
    >
      {words.of(proxies.inSync, proxies.connected)}
    </Link>
  );
}

const replicaColumns = [
  { title: words.replica, cell: ({ pod }: IstiodReplica) => <span className="mono">{pod}</span> },
  {
    title: words.ready,
    isWideOnly: true,
    cell: ({ isReady }: IstiodReplica) => (isReady ? words.yes : words.no),
  },
  { title: words.version, cell: ({ version }: IstiodReplica) => version ?? '–' },
  {
    title: words.image,
    isWideOnly: true,
    cell: ({ image }: IstiodReplica) => <span className="mono text-ink-muted">{image ?? '–'}</span>,
  },
  {
    title: words.proxies,
    isNumber: true,
    cell: (replica: IstiodReplica) => <ProxyCount replica={replica} />,
  },
  {
    title: words.restarts,
    isNumber: true,
    isWideOnly: true,
    cell: ({ restarts }: IstiodReplica) => restarts,
  },
  {
    title: words.started,
    isWideOnly: true,
    cell: ({ startedAt }: IstiodReplica) => (startedAt === undefined ? '–' : <CreatedAt at={startedAt} />),
  },
];
