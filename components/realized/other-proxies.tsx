import { TriangleAlert } from 'lucide-react';
import type { Realized, RealizedProxy } from '#lib/contract/realized.ts';
import { ProxyLink } from './proxy-link.tsx';
import { words } from './words.ts';

/** Proxies that did not answer, each with its reason, and those that have nothing of the object. */
export function OtherProxies({ realized: { proxies } }: { realized: Realized }) {
  const silent = proxies.filter(({ unanswered }) => unanswered !== undefined);
  const without = proxies.filter(({ unanswered, itemCount }) => unanswered === undefined && itemCount === 0);
  return (
    <>
      {silent.length > 0 && (
        <div className="border-t px-4 py-1.5 text-xs">
          <p className="inline-flex items-center gap-1.5 text-warn">
            <TriangleAlert size={13} aria-hidden className="shrink-0" />
            {words.silent(silent.length)}
          </p>
          <ul>
            {silent.map((proxy) => (
              <li key={keyOf(proxy)} className="flex min-w-0 flex-wrap gap-x-2">
                <ProxyLink target={proxy} />
                <span className="min-w-0 text-ink-muted">{proxy.unanswered}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {without.length > 0 && (
        <p className="flex max-h-16 flex-wrap gap-x-2 overflow-y-auto border-t px-4 py-1.5 text-xs text-ink-muted">
          {words.without(without.length)}
          {without.map((proxy) => (
            <ProxyLink key={keyOf(proxy)} target={proxy} />
          ))}
        </p>
      )}
    </>
  );
}

function keyOf({ namespace, pod }: RealizedProxy): string {
  return `${namespace}/${pod}`;
}
