import { Button } from '#components/ui/button.tsx';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { ProxyFact, ProxyStats } from '#lib/contract/proxy-stats.ts';
import { words } from './words.ts';

/** What the proxy says of itself, on one line where there is room. */
export function FactsStrip({ facts, runtime }: Pick<ProxyStats, 'facts' | 'runtime'>) {
  return (
    <section
      aria-label={words.facts}
      className="flex shrink-0 flex-wrap items-center gap-x-6 gap-y-1 border-b px-4 py-2"
    >
      {facts.map((fact) => (
        <Fact key={fact.title} fact={fact} />
      ))}
      {runtime.length > 0 && (
        <Popover
          label={words.runtimeTitle}
          align="end"
          className="w-[440px] max-w-[90vw] p-3"
          trigger={<Button look="quiet">{words.runtime(runtime.length)}</Button>}
        >
          <h2 className="mb-2 font-semibold">{words.runtimeTitle}</h2>
          <KeyValueList
            className="grid-cols-[minmax(0,3fr)_minmax(0,1fr)]!"
            rows={runtime.map(({ key, value }) => ({
              key,
              value: <span className="mono">{value}</span>,
            }))}
          />
        </Popover>
      )}
    </section>
  );
}

function Fact({ fact: { title, text, status } }: { fact: ProxyFact }) {
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5">
      <span className="text-xs text-ink-muted">{title}</span>
      {status === undefined ? (
        <span className="font-medium">{text}</span>
      ) : (
        <StatusBadge status={status} text={text} />
      )}
    </span>
  );
}
