'use client';

import type { Status } from '#lib/contract/status.ts';
import { StatusEntry } from './status-entry.tsx';
import { words } from './words.ts';

/** Every cluster of the mesh with its state and what would help, where there are several; and what could be opened. */
export function ClusterList({ status }: { status: Status | undefined }) {
  const { clusters = [], otherContexts = [] } = status ?? {};
  if (clusters.length + otherContexts.length === 0) return null;
  return (
    <>
      {clusters.length > 0 && (
        <>
          <h2 className="mt-3 mb-2 font-semibold">{words.clusters}</h2>
          <ul className="flex flex-col gap-2">
            {clusters.map(({ name, isHome, isOpened, ...cluster }) => (
              <StatusEntry
                // Two that cannot be opened may have the same name.
                key={`${name} ${cluster.reason}`}
                title={isHome ? `${name} (${words.homeCluster})` : name}
                word={isOpened ? undefined : words.notOpened}
                {...cluster}
              />
            ))}
          </ul>
        </>
      )}
      {otherContexts.length > 0 && (
        <p className="mt-3 text-ink-muted wrap-anywhere">
          {words.otherContexts} <span className="mono">{otherContexts.join(', ')}</span>. {words.openContext}{' '}
          <code className="mono">KUBE_CONTEXT={otherContexts[0]}</code>, {words.openBeside}{' '}
          <code className="mono">KUBE_CONTEXTS={otherContexts.join(',')}</code>
        </p>
      )}
    </>
  );
}
