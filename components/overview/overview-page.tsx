'use client';

import { ErrorState } from '#components/ui/error-state.tsx';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { formatClockSeconds } from '#lib/format-time.ts';
import { CanariesCard } from './canaries-card.tsx';
import { CertificatesCard } from './certificates-card.tsx';
import { ControlPlanesCard } from './control-planes-card.tsx';
import { ErrorRatesCard } from './error-rates-card.tsx';
import { Headline } from './headline.tsx';
import { NamespaceHealthCard } from './namespace-health-card.tsx';
import { OutsideCard } from './outside-card.tsx';
import { ProxiesCard } from './proxies-card.tsx';
import { SlowestServicesCard } from './slowest-services-card.tsx';
import { SourcesCard } from './sources-card.tsx';
import { thingKinds } from './thing-kinds.ts';
import { ThingsCard } from './things-card.tsx';
import { useNamespaceHealth } from './use-namespace-health.ts';
import { type OverviewGraphQuery, useOverviewGraph } from './use-overview-graph.ts';
import { words } from './words.ts';

/** What is wrong in the mesh, worst first, each card a way into the graph. */
export function OverviewPage() {
  const { nowMs, zone } = useScope();
  const health = useNamespaceHealth();
  const graph = useOverviewGraph();
  if (health.query.data === undefined && health.query.error !== null && graph.data === undefined) {
    const { error, refetch, isFetching } = health.query;
    return <ErrorState error={error} onRetry={refetch} isRetrying={isFetching} />;
  }
  const isTrafficUnread = graph.data === undefined && graph.error !== null;
  const workloads = health.shown.reduce((sum, item) => sum + item.workloads.total, 0);
  return (
    <div className="h-full overflow-y-auto bg-canvas">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 px-3 md:px-4">
        <h1 className="text-lg font-semibold tracking-tight">{words.title}</h1>
        {health.shown.length > 0 && (
          <span className="text-ink-muted">
            {formatQuantity(health.shown.length, 'namespace')}, {formatQuantity(workloads, 'workload')}
          </span>
        )}
        <span className="flex-1" />
        {nowMs > 0 && (
          <span className="text-ink-muted max-md:hidden">
            updated {formatClockSeconds({ epochMs: nowMs, zone })}
          </span>
        )}
      </div>
      <Headline items={health.shown} graph={graph} />
      <div className="grid grid-cols-1 gap-3 px-3 pb-4 lg:grid-cols-12 md:px-4">
        <NamespaceHealthCard {...health} />
        <CanariesCard />
        {thingKinds.map((thing) => (
          <ThingsCard key={thing.kind} thing={thing} />
        ))}
        {isTrafficUnread ? <UnreadTraffic query={graph} /> : <TrafficCards query={graph} />}
        <ProxiesCard />
        <CertificatesCard />
        {isTrafficUnread || <OutsideCard query={graph} />}
        <ControlPlanesCard />
        <SourcesCard query={graph} />
      </div>
    </div>
  );
}

/** In place of all cards that traffic alone fills: each would say the same. */
function UnreadTraffic({ query: { error, refetch, isFetching } }: { query: OverviewGraphQuery }) {
  if (error === null) return null;
  return (
    <section className="rounded-lg border bg-surface lg:col-span-6 xl:col-span-4">
      <ErrorState error={error} onRetry={refetch} isRetrying={isFetching} isSmall />
    </section>
  );
}

function TrafficCards({ query }: { query: OverviewGraphQuery }) {
  return (
    <>
      <ErrorRatesCard query={query} />
      <SlowestServicesCard query={query} />
    </>
  );
}
