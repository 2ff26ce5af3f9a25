import { Fragment } from 'react';
import type { CanaryDetail } from '#lib/contract/canary-detail.ts';
import type { CanarySource } from '#lib/contract/canary-source.ts';
import { notKnown } from '#lib/format-number.ts';
import { versionColours } from '../version-colours.ts';
import { words } from '../words.ts';
import { barsOf, type SourceBar } from './bars-of.ts';
import { SplitBar } from './split-bar.tsx';

type SourceBarsProps = { source: CanarySource; versions: CanaryDetail['versions']; chosen: number };

/** Configured, in Envoy and observed, below each other so that differences are seen. */
export function SourceBars({ source, versions, chosen }: SourceBarsProps) {
  const colours = versionColours(versions.length, chosen);
  return (
    <div className="grid grid-cols-[64px_minmax(60px,1fr)_auto] items-center gap-x-2 gap-y-0.5 text-xs leading-4">
      {barsOf(source, { versions, chosen }).map((bar) => (
        <Fragment key={bar.id}>
          <span className="text-ink-muted">{words.bars[bar.id]}</span>
          <SplitBar bar={bar} chosen={chosen} configured={versions[chosen]?.share ?? 0} colours={colours} />
          {bar.shares === undefined ? (
            <span className="text-right text-ink-muted">{absenceOf(bar, source)}</span>
          ) : (
            <Figures bar={bar} versions={versions} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

function Figures({
  bar: { figures, isOff },
  versions,
}: { bar: SourceBar } & Pick<SourceBarsProps, 'versions'>) {
  return (
    <span className="figure text-[11.5px]">
      {versions.map(({ name }, index) => (
        <span key={name} title={name}>
          {index > 0 && <span className="text-ink-muted"> / </span>}
          <span className={isOff[index] ? 'text-fail' : undefined}>{figures[index] ?? notKnown}</span>
        </span>
      ))}
    </span>
  );
}

function absenceOf({ id }: SourceBar, { proxies, verdict }: CanarySource): string {
  if (id !== 'inEnvoy') return verdict.status === 'unobserved' ? words.notObserved : words.noRequests;
  const [first] = proxies;
  return first === undefined ? words.noProxy : words.proxyStates[first.state];
}
