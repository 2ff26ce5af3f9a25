'use client';

import { useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { MeshConfiguration, Setting } from '#lib/contract/mesh-configuration.ts';
import { useTableUrl } from '../use-table-url.ts';
import { OverridesLine } from './overrides-line.tsx';
import { settingColumns } from './setting-columns.tsx';
import { SettingDetails } from './setting-details.tsx';
import { useMeshConfiguration } from './use-mesh-configuration.ts';
import { words } from './words.ts';

const detailsHeight = 150;

/** What istiod has in force, against what Istio does when nobody says anything. */
export function ConfigurationTab() {
  const query = useMeshConfiguration();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <QueryBoundary
        query={query}
        isEmpty={({ settings }) => settings.length === 0}
        empty={<EmptyState title={words.empty} text={words.emptyText} />}
      >
        {(configuration) => <SettingsTable configuration={configuration} />}
      </QueryBoundary>
    </div>
  );
}

function SettingsTable({ configuration }: { configuration: MeshConfiguration }) {
  const { settings, revisions, overrides } = configuration;
  const { view, openRow, toggleRow, showsAll, showAll } = useTableUrl(words.settings, 'path');
  const names = revisions.map(({ revision }) => revision).join(' ');
  const columns = useMemo(() => settingColumns(names.split(' ')), [names]);
  const changed = settings.filter(({ isChanged }) => isChanged);
  return (
    <>
      <div className="flex flex-col gap-0.5 border-b px-4 py-2 text-ink-muted">
        <p>
          {words.summary(changed.length, settings.length)}{' '}
          {revisions.map(({ revision, replica }) => words.from(revision, replica)).join('; ')}.
        </p>
        <OverridesLine overrides={overrides} />
      </div>
      <div className="min-h-0 flex-1">
        <DataTable
          name={words.settings}
          rows={showsAll ? settings : changed}
          totalCount={settings.length}
          columns={columns}
          rowId={({ path }) => path}
          view={view}
          selectedId={openRow}
          onRowClick={({ path }) => toggleRow(path)}
          expansion={{
            openId: openRow,
            height: detailsHeight,
            content: (setting: Setting) => <SettingDetails setting={setting} revisions={revisions} />,
          }}
          filters={
            <Button isOn={!showsAll} aria-pressed={!showsAll} onClick={() => showAll(!showsAll)}>
              {words.onlyChanged}
            </Button>
          }
          {...(!showsAll && changed.length === 0
            ? { empty: <EmptyState isSmall title={words.noneChanged} text={words.noneChangedText} /> }
            : {})}
        />
      </div>
    </>
  );
}
