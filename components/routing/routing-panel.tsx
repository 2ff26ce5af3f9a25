'use client';

import { CallersPanel } from '#components/realized/callers-panel.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { ServiceRoute } from '#lib/contract/routing.ts';
import type { TargetTabProps } from '#lib/target-tab.ts';
import { RouteCard } from './route-card.tsx';
import { EntrancesTable, PoliciesTable, SubsetsTable } from './routing-tables.tsx';
import { Section } from './section.tsx';
import { useRouting } from './use-routing.ts';
import { words } from './words.ts';

/** Everything that decides where a request to a service goes. */
export function RoutingPanel({ target }: TargetTabProps) {
  const query = useRouting(target);
  return (
    <div className="h-full overflow-y-auto">
      <QueryBoundary query={query}>
        {({ summary, hosts, routes, entrances, subsets, destinationRules }) => (
          <>
            <section aria-label={words.answer} className="border-b bg-surface px-4 py-3">
              <h2 className="text-ink-muted">{words.answer}</h2>
              <p className="text-md font-medium">{summary}</p>
              <p className="mono mt-1 break-all text-xs text-ink-muted">{hosts.join(', ')}</p>
            </section>
            <Section title={words.routes} count={routes.length} empty={words.noRoutes}>
              {routes.map((route) => (
                <RouteCard
                  key={`${route.side} ${route.protocol} ${route.object.kind} ${route.object.namespace}/${route.object.name}`}
                  route={route}
                  namespaces={namespacesOf(routes)}
                />
              ))}
            </Section>
            <Section title={words.subsets} count={subsets.length} empty={words.noSubsets}>
              <SubsetsTable subsets={subsets} namespace={target.namespace} />
            </Section>
            <Section title={words.rules} count={destinationRules.length} empty={words.noRules}>
              <PoliciesTable policies={destinationRules} />
            </Section>
            <Section title={words.entrances} count={entrances.length} empty={words.noEntrances}>
              <EntrancesTable entrances={entrances} />
            </Section>
            <div className="border-t bg-surface px-4 py-3">
              <CallersPanel call={{ service: `${target.namespace}/${target.name}` }} />
            </div>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function namespacesOf(routes: readonly ServiceRoute[]): string[] {
  return routes.flatMap(({ rules }) => rules.map(({ object }) => object.namespace));
}
