'use client';

import { OctagonX } from 'lucide-react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import { formatDateTime } from '#lib/format-time.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import type { SectionRow } from '../section/section-definition.ts';
import { words } from '../words.ts';

type RefusalLineProps = {
  row: SectionRow;
  errorState: NonNullable<SectionRow['errorState']>;
  target: ProxyTarget;
};

/** Envoy refused the last update of an item: its own words, and what it does meanwhile. */
export function RefusalLine({ row, errorState, target }: RefusalLineProps) {
  const { zone } = useScope();
  const { details, lastUpdateAttempt, version } = errorState;
  const at = lastUpdateAttempt && formatDateTime({ epochMs: Date.parse(lastUpdateAttempt), zone });
  return (
    <div className="flex shrink-0 items-start gap-2 rounded-md bg-tint px-3 py-1.5 text-fail" role="status">
      <OctagonX size={14} aria-hidden className="mt-[3px] shrink-0" />
      <p className="min-w-0 flex-1 text-ink">
        <span className="font-semibold">{words.refused.title(at)}</span>{' '}
        <code className="mono wrap-anywhere">{details}</code>
      </p>
      <WhyPopover
        title={words.refused.why}
        explanation={{
          text: row.state === 'rejected' ? words.refused.withoutAny : words.refused.withOlder,
          fix: words.refused.fix,
          evidence: [
            { kind: 'envoy', text: errorPath(row.proofPath) },
            ...(version === undefined
              ? []
              : [{ kind: 'envoy' as const, text: words.refused.version(version) }]),
          ],
          command: `kubectl exec -n ${target.namespace} ${target.pod} -c istio-proxy -- pilot-agent request GET config_dump`,
        }}
      />
    </div>
  );
}

/** Where Envoy keeps the reason: beside what it accepted of the same item. */
function errorPath(proofPath: string): string {
  return proofPath.replace(/^(configs\[\d+\]\.\w+\[\d+\]).*/, '$1.error_state');
}
