'use client';

import Link from 'next/link';
import { MiddleTruncate } from '#components/ui/middle-truncate.tsx';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { Callers } from '#lib/contract/callers.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { type Call, useCallers } from './use-callers.ts';
import { callersWords } from './words.ts';

/** From a call to what the callers' proxies have for it: each leads to the routes (or listeners) of its Envoy. */
export function CallersPanel({ call }: { call: Call }) {
  const query = useCallers(call);
  return (
    <section aria-label={callersWords.label}>
      <h3 className="mb-1 font-semibold">{callersWords.label}</h3>
      <QueryBoundary query={query} isSmall>
        {(callers) => <CallersContent callers={callers} />}
      </QueryBoundary>
    </section>
  );
}

function CallersContent({ callers }: { callers: Callers }) {
  const { proxies, moreCount, section, filter, because } = callers;
  const address = useScopedAddress();
  if (because !== undefined) return <p className="text-ink-muted">{because}</p>;
  return (
    <>
      <p className="text-ink-muted">
        {callersWords.sections[section]} <span className="mono break-all text-xs text-ink">{filter}</span>
      </p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {proxies.map(({ namespace, pod, why }) => (
          <li key={`${namespace}/${pod}`} className="flex min-w-0 gap-2" title={why}>
            <Link
              href={address(proxyPath({ namespace, pod }), { tab: section, q: filter })}
              className="inline-flex min-w-0 text-accent hover:underline"
            >
              <MiddleTruncate text={pod} />
            </Link>
            <span className="shrink-0 text-ink-muted">{namespace}</span>
          </li>
        ))}
      </ul>
      {moreCount > 0 && <p className="text-ink-muted">{callersWords.more(moreCount)}</p>}
    </>
  );
}
