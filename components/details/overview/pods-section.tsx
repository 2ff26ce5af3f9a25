'use client';

import { useState } from 'react';
import { DataTable } from '#components/ui/data-table/data-table.tsx';
import type { Pod } from '#lib/contract/details.ts';
import { ContainersTable } from './containers-table.tsx';
import { overviewWords } from './overview-words.ts';
import { podColumns } from './pod-columns.tsx';
import { Section } from './section.tsx';
import { hasToolbar, tableHeight } from './table-height.ts';

const expansionHeight = 148;

/** The pods behind a workload; a row unfolds into its containers. */
export function PodsSection({ pods }: { pods: readonly Pod[] }) {
  const [openId, setOpenId] = useState<string>();
  const isOpen = pods.some(({ name }) => name === openId);
  return (
    <Section title={overviewWords.pods} note={pods.length === 0 ? overviewWords.noPods : undefined}>
      {pods.length > 0 && (
        <div style={{ height: tableHeight(pods.length, { expansion: isOpen ? expansionHeight : 0 }) }}>
          <DataTable
            name="pods"
            rows={pods}
            columns={podColumns}
            rowId={(pod) => pod.name}
            selectedId={openId}
            hasToolbar={hasToolbar(pods.length)}
            onRowClick={({ name }) => setOpenId(name === openId ? undefined : name)}
            expansion={{
              openId,
              height: expansionHeight,
              content: (pod) => <ContainersTable pod={pod} />,
            }}
          />
        </div>
      )}
    </Section>
  );
}
