'use client';

import { Button, ButtonGroup } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useUrlState } from '#components/ui/use-url-state.ts';
import type { Injection, PodInjection } from '#lib/contract/injection.ts';
import { injectionUrl, injectionViews } from './injection-state.ts';
import { ManifestTrial } from './manifest-trial.tsx';
import { namespaceColumns } from './namespace-columns.tsx';
import { podColumns } from './pod-columns.tsx';
import { PodInjectionDetails } from './pod-injection-details.tsx';
import { useInjection } from './use-injection.ts';
import { webhookColumns } from './webhook-columns.tsx';
import { words } from './words.ts';

const detailsHeight = 420;

/** Who gets a proxy, who has one, why, and who would after a restart. */
export function InjectionPanel() {
  const [{ view }, change] = useUrlState(injectionUrl);
  const query = useInjection();
  const pods = query.data?.data.pods;
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5">
        <ButtonGroup aria-label={words.chooseView}>
          {injectionViews.map((id) => (
            <Button
              key={id}
              isOn={id === view}
              aria-pressed={id === view}
              onClick={() => change({ view: id })}
            >
              {words.views[id]}
            </Button>
          ))}
        </ButtonGroup>
        {pods !== undefined && (
          <span className="text-ink-muted">
            {words.sum({
              pods: pods.length,
              injected: pods.filter(({ isInjected }) => isInjected).length,
              restart: pods.filter(({ needsRestart }) => needsRestart !== undefined).length,
            })}
          </span>
        )}
      </div>
      <div className="min-h-0 flex-1">
        {view === 'trial' ? (
          <ManifestTrial />
        ) : (
          <QueryBoundary
            query={query}
            isEmpty={(data) => data.pods.length === 0 && data.namespaces.length === 0}
            empty={<EmptyState title={words.noPods} text={words.noPodsText} />}
          >
            {(data) => tables[view](data)}
          </QueryBoundary>
        )}
      </div>
    </div>
  );
}

const tables = {
  pods: ({ pods }: Injection) => <PodTable pods={pods} />,
  namespaces: ({ namespaces }: Injection) => (
    <DataTable
      name="namespaces"
      rows={namespaces}
      columns={namespaceColumns}
      rowId={({ namespace }) => namespace}
    />
  ),
  webhooks: ({ webhooks }: Injection) => (
    <DataTable name="webhooks" rows={webhooks} columns={webhookColumns} rowId={({ name }) => name} />
  ),
};

function PodTable({ pods }: { pods: readonly PodInjection[] }) {
  const [{ pod: open }, change] = useUrlState(injectionUrl);
  return (
    <DataTable
      name="pods"
      rows={pods}
      columns={podColumns}
      rowId={podId}
      selectedId={open}
      onRowClick={(row) => change({ pod: podId(row) === open ? '' : podId(row) }, { history: 'replace' })}
      expansion={{
        openId: open,
        height: detailsHeight,
        content: ({ namespace, pod }) => <PodInjectionDetails namespace={namespace} pod={pod} />,
      }}
    />
  );
}

function podId({ namespace, pod }: PodInjection): string {
  return `${namespace}/${pod}`;
}
