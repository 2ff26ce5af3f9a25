import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { TraceSpan, UsualDuration } from '#lib/contract/traces.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatShare } from '#lib/format-share.ts';
import { traceWords } from '../trace-words.ts';
import { Section } from './section.tsx';

/** Where a span's duration lies among the same requests of the page's time range. */
export function UsualSection({ span: { durationMs, usual } }: { span: TraceSpan }) {
  if (usual === undefined) {
    return (
      <Section title={traceWords.usual}>
        <p className="text-ink-muted">{traceWords.noUsual}</p>
      </Section>
    );
  }
  return (
    <Section
      title={traceWords.usual}
      aside={<WhyPopover title={traceWords.whyUsual} explanation={usual.why} />}
    >
      {usual.atQuantile !== undefined && <p>{traceWords.slowerThan(formatShare(usual.atQuantile))}</p>}
      <UsualScale durationMs={durationMs} usual={usual} />
    </Section>
  );
}

function UsualScale({ durationMs, usual }: { durationMs: number; usual: UsualDuration }) {
  const quantiles = [
    { name: 'p50', ms: usual.p50Ms },
    { name: 'p95', ms: usual.p95Ms },
    { name: 'p99', ms: usual.p99Ms },
  ].flatMap(({ name, ms }) => (ms === undefined ? [] : [{ name, ms }]));
  if (quantiles.length === 0) return null;
  const longest = Math.max(durationMs, ...quantiles.map(({ ms }) => ms)) * 1.05;
  const place = (ms: number) => `${longest === 0 ? 0 : (ms / longest) * 100}%`;
  return (
    <div className="mt-2">
      <div aria-hidden className="relative h-4 rounded-sm bg-sunken">
        {quantiles.map(({ name, ms }) => (
          <span
            key={name}
            className="absolute inset-y-0 w-px bg-border-control"
            style={{ left: place(ms) }}
          />
        ))}
        <span
          className="absolute inset-y-0 -ml-[1.5px] w-[3px] rounded-full bg-accent"
          style={{ left: place(durationMs) }}
        />
      </div>
      <dl className="mt-1 flex flex-wrap gap-x-4 text-xs">
        <div className="flex gap-1.5">
          <dt className="text-accent">{traceWords.thisSpan}</dt>
          <dd className="mono">{formatMs(durationMs)}</dd>
        </div>
        {quantiles.map(({ name, ms }) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="mono">{formatMs(ms)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
