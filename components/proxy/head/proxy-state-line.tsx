'use client';

import { Unplug } from 'lucide-react';
import { DriftBanner } from '#components/drift/drift-banner-panel.tsx';
import { WarningLine } from '#components/ui/warning-line.tsx';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { words } from '../words.ts';
import { ProxyFacts } from './proxy-facts.tsx';
import { SyncChips } from './sync-chips.tsx';

type ProxyStateProps = {
  target: ProxyTarget;
  proxy: ProxyItem;
  /** On the workload's own page, which need not be named. */
  isOfWorkload?: boolean;
};

/** Facts and synchronisation, and that the proxy itself says nothing where it does not. */
export function ProxyState({ target, proxy, isOfWorkload = false }: ProxyStateProps) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 pr-3 pb-2 pl-4">
        <ProxyFacts proxy={proxy} isOfWorkload={isOfWorkload} />
        <SyncChips syncs={proxy.syncs} target={target} />
      </div>
      {proxy.type === 'agentgateway' && (
        <div className="px-4 pb-2">
          <WarningLine warnings={[{ code: 'agentgateway', message: words.agentgateway }]} />
        </div>
      )}
      {proxy.unanswered !== undefined && (
        <p className="flex min-h-9 items-center gap-2 border-t bg-tint px-4 py-1.5 text-warn" role="status">
          <Unplug size={15} aria-hidden className="shrink-0" />
          <span className="min-w-0 text-ink">
            <span className="font-semibold">{words.unanswered}</span> {proxy.unanswered}{' '}
            <span className="text-ink-muted">{words.unansweredText}</span>
          </span>
        </p>
      )}
      <DriftBanner target={target} drift={proxy.drift} />
    </>
  );
}
