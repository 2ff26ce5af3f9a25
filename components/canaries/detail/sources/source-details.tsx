import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { words } from '../words.ts';
import { ProxiesTable } from './proxies-table.tsx';
import { SourceFacts } from './source-facts.tsx';
import { sourceId } from './source-id.ts';
import { SourceVersionsTable } from './source-versions-table.tsx';

type SourceDetailsProps = { source: CanarySource; versions: CanaryDetail['versions'] };

/** What stands behind a source's row: its figures by version, its proxies, and all that is odd about it. */
export function SourceDetails({ source, versions }: SourceDetailsProps) {
  const { sources } = words;
  return (
    <section aria-label={words.detailsOf(sourceId(source))} className="flex flex-col gap-3 py-3">
      <SourceVersionsTable source={source} versions={versions} />
      <div>
        <h3 className="px-4 font-medium">{sources.proxies}</h3>
        {source.proxies.length === 0 ? (
          <p className="px-4 text-ink-muted">{sources.noProxies}</p>
        ) : (
          <ProxiesTable proxies={source.proxies} />
        )}
      </div>
      <SourceFacts source={source} versions={versions} />
    </section>
  );
}
