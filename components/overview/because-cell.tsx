import type { StatusId } from '#components/ui/health-looks.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { NamespaceItem } from '#lib/contract/namespaces.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { words } from './words.ts';

/** The first reason of a namespace's state, and all of them with their proof behind "why". */
export function BecauseCell({ item, status }: { item: NamespaceItem; status: StatusId }) {
  const [first] = item.health.reasons;
  if (first === undefined) {
    const outside = item.workloads.outOfMesh;
    const text =
      status === 'notInMesh' && outside > 0
        ? `${formatQuantity(outside, 'workload')} without a proxy`
        : status === 'unknown'
          ? words.notObserved
          : words.nothingToReport;
    return <span className="text-ink-muted">{text}</span>;
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="line-clamp-2 whitespace-normal leading-4 text-ink" title={first.text}>
        {first.text}
      </span>
      <span className="ml-auto shrink-0">
        <WhyPopover
          title={`Why ${item.name} is ${item.health.status}`}
          explanation={{
            text: item.health.reasons.map((reason) => `${reason.text}.`).join(' '),
            evidence: item.health.reasons.flatMap((reason) => reason.evidence),
          }}
        />
      </span>
    </span>
  );
}
