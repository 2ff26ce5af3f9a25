'use client';

import type { ReactNode } from 'react';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { ProxyLinks } from '#components/ui/proxy-links.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { Bootstrap } from '#lib/contract/proxy-sections.ts';
import type { ProxyTabProps } from '#lib/proxy-target.ts';
import { bootstrapWords } from '../detail-words.ts';
import { BootstrapFacts } from './bootstrap-facts.tsx';
import { MetadataTable } from './metadata-table.tsx';
import { useBootstrap } from './use-bootstrap.ts';

/** What a proxy was started with: versions, facts in words, and the node's metadata. */
export function BootstrapTab({ target }: ProxyTabProps) {
  const query = useBootstrap(target);
  return (
    <div className="h-full min-h-0 overflow-y-auto bg-surface">
      <QueryBoundary query={query}>
        {(bootstrap) => (
          <div className="grid lg:h-full lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div className="lg:overflow-y-auto lg:border-r">
              <Part title={bootstrapWords.versions}>
                <Versions bootstrap={bootstrap} />
              </Part>
              <Part title={bootstrapWords.facts}>
                <BootstrapFacts facts={bootstrap.facts} target={target} />
              </Part>
              {bootstrap.links.length > 0 && (
                <Part title={bootstrapWords.objects}>
                  <ProxyLinks links={bootstrap.links} isCompact={false} />
                </Part>
              )}
            </div>
            <MetadataTable metadata={bootstrap.metadata} labels={bootstrap.labels} />
          </div>
        )}
      </QueryBoundary>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b px-4 py-3 last:border-b-0">
      <h2 className="mb-1.5 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Versions({ bootstrap }: { bootstrap: Bootstrap }) {
  const { istioVersion, istioProxyVersion, envoyVersion, nodeId } = bootstrap;
  const mono = (text: string | undefined) => text && <span className="mono">{text}</span>;
  return (
    <KeyValueList
      rows={[
        { key: bootstrapWords.istio, value: mono(istioVersion) },
        { key: bootstrapWords.istioProxy, value: mono(istioProxyVersion) },
        { key: bootstrapWords.envoy, value: mono(envoyVersion) },
        { key: bootstrapWords.node, value: mono(nodeId) },
      ]}
    />
  );
}
