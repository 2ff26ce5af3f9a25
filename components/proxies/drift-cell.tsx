import { StatusBadge } from '#components/ui/status-badge.tsx';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { driftWords } from '#lib/drift-words.ts';
import { proxyStatus, worstDrift } from '#lib/proxy-status.ts';
import { words } from './words.ts';

/** The worst drift of a proxy with its why, and how many more there are. */
export function DriftCell({ item }: { item: ProxyItem }) {
  const worst = worstDrift(item);
  const status = proxyStatus(item);
  if (worst === undefined) {
    const [first] = item.undecided;
    return (
      <span className="flex items-center gap-1.5">
        <StatusBadge status={status} text={first === undefined ? words.noDrift : words.undecided} />
        {first !== undefined && (
          <WhyPopover
            title={words.whyUndecided(item.pod)}
            explanation={{ text: undecidedText(item), evidence: [] }}
          />
        )}
      </span>
    );
  }
  const others = item.drift.length - 1;
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={driftText(item)}>
      <StatusBadge status={worst.severity === 'info' ? 'idle' : status} text={driftWords[worst.class]} />
      {others > 0 && <span className="text-xs text-ink-muted">{words.more(others)}</span>}
      <WhyPopover title={words.why(driftWords[worst.class], item.pod)} explanation={worst.why} />
    </span>
  );
}

/** `Refused, Refused in Envoy` */
export function driftText({ drift, undecided }: ProxyItem): string {
  if (drift.length > 0) return [...new Set(drift.map((one) => driftWords[one.class]))].join(', ');
  return undecided.length > 0 ? words.undecided : words.noDrift;
}

function undecidedText({ undecided }: ProxyItem): string {
  return [...new Set(undecided.map(({ because }) => because))].join(' ');
}
