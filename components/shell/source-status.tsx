'use client';

import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { sourceWords } from '#components/ui/source-looks.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { ClusterList } from './cluster-list.tsx';
import { SourceList } from './source-list.tsx';
import { SourceMark } from './source-mark.tsx';

/** Sources that are not well and have their name in the bar; beside the state of mTLS it has no room for more. */
const mostNamed = 1;

/** Where the data comes from and whether all of it answers. */
export function SourceStatusButton() {
  const query = useStatus();
  const sources = query.data?.data.sources ?? [];
  const clusters = query.data?.data.clusters ?? [];
  const well = sources.filter((source) => source.state === 'ok');
  const unwell = [
    ...sources
      .filter(({ state }) => state !== 'ok' && state !== 'absent')
      .map(({ id, state }) => ({ id, state, name: sourceWords[id] })),
    // The home cluster is among the sources.
    ...clusters
      .filter(({ state, isHome }) => state !== 'ok' && !isHome)
      .map(({ name, state }) => ({ id: `cluster ${name}`, state, name })),
  ];
  // While it is asked again there is no error, and must be no other picture.
  const isUnreachable = query.error !== null || (query.data === undefined && query.errorUpdateCount > 0);
  if (sources.length === 0 && !isUnreachable) return null;
  return (
    <Popover
      label="Sources"
      align="end"
      className="w-96 p-3"
      trigger={
        <Button look="quiet" className="max-md:hidden">
          {isUnreachable && <SourceMark state="down" text="Vigla does not answer" isCompact />}
          {!isUnreachable && well.length > 0 && (
            <SourceMark state="ok" text={formatQuantity(well.length, 'source')} isCompact />
          )}
          {!isUnreachable &&
            unwell
              .slice(0, mostNamed)
              .map(({ id, state, name }) => (
                <SourceMark key={id} state={state} text={`${name} ${state}`} isLoud isCompact />
              ))}
          {!isUnreachable && unwell.length > mostNamed && (
            <span className="text-ink">+{unwell.length - mostNamed}</span>
          )}
        </Button>
      }
    >
      <h2 className="mb-2 font-semibold">Sources</h2>
      {isUnreachable && <p className="mb-2 text-fail">{query.error?.message}</p>}
      <SourceList sources={sources} />
      <ClusterList status={query.data?.data} />
    </Popover>
  );
}
