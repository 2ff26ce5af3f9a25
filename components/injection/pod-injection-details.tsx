'use client';

import { CopyButton } from '#components/ui/copy-button.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import type { PodInjectionDetail } from '#lib/contract/injection.ts';
import { DecisionSteps } from './decision-steps.tsx';
import { InjectedSettings } from './injected-settings.tsx';
import { usePodInjection } from './use-injection.ts';
import { words } from './words.ts';

/** Below a pod's row: every step of the decision beside what was injected. */
export function PodInjectionDetails({ namespace, pod }: { namespace: string; pod: string }) {
  const query = usePodInjection({ namespace, pod });
  return <QueryBoundary query={query}>{(detail) => <Details detail={detail} />}</QueryBoundary>;
}

function Details({ detail: { decision, injected, command } }: { detail: PodInjectionDetail }) {
  return (
    <div className="grid h-full grid-cols-1 gap-x-8 gap-y-4 overflow-y-auto px-4 py-3 lg:grid-cols-2">
      <section aria-label={words.decision} className="min-w-0">
        <h3 className="mb-2 font-semibold">{words.decision}</h3>
        <DecisionSteps decision={decision} />
        <p className="mt-3 flex items-center gap-2 text-ink-muted">
          <code className="mono min-w-0 break-all text-xs">{command}</code>
          <CopyButton text={command} label="command" />
        </p>
      </section>
      {injected !== undefined && (
        <section aria-label={words.injected} className="flex min-w-0 flex-col gap-3">
          <h3 className="font-semibold">
            {words.injected}
            <span className="ml-2 font-normal text-ink-muted">{words.how[injected.how]}</span>
          </h3>
          <InjectedSettings title={words.redirection} settings={injected.redirection} />
          <InjectedSettings title={words.proxy} settings={injected.proxy} />
        </section>
      )}
    </div>
  );
}
