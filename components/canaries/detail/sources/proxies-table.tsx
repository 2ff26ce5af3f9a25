import { CircleCheck, CircleMinus, type LucideIcon, TriangleAlert } from 'lucide-react';
import { AddressLink } from '#components/ui/address-link.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import type { CanaryProxy } from '#lib/contract/canary-source.ts';
import { notKnown } from '#lib/format-number.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { words } from '../words.ts';

/** Every proxy of a source, with the weights that it holds and where it holds them. */
export function ProxiesTable({ proxies }: { proxies: readonly CanaryProxy[] }) {
  const { columns } = words.sources;
  return (
    <PlainTable
      label={words.sources.proxies}
      rows={proxies}
      rowId={({ namespace, pod }) => `${namespace}/${pod}`}
      columns={[
        {
          title: columns.proxy,
          isWrapped: true,
          cell: ({ namespace, pod }) => (
            <AddressLink
              link={proxyPath({ namespace, pod })}
              className="text-accent wrap-anywhere hover:underline"
            >
              {namespace}/{pod}
            </AddressLink>
          ),
        },
        { title: columns.state, isWrapped: true, cell: (proxy) => <ProxyState proxy={proxy} /> },
        {
          title: columns.weights,
          isWrapped: true,
          cell: ({ weights, state }) => (
            <span className="mono">{state === 'found' ? weights : notKnown}</span>
          ),
        },
        {
          title: columns.place,
          isWrapped: true,
          isWideOnly: true,
          cell: ({ place, link }) => <ProxyPlace place={place} link={link} />,
        },
      ]}
    />
  );
}

function ProxyPlace({ place, link }: Pick<CanaryProxy, 'place' | 'link'>) {
  if (link === undefined) return <span className="mono">{place ?? notKnown}</span>;
  return (
    <AddressLink link={link} className="mono text-accent wrap-anywhere hover:underline">
      {place ?? words.sources.inThisEnvoy}
    </AddressLink>
  );
}

function ProxyState({ proxy }: { proxy: CanaryProxy }) {
  const { icon: Icon, className, text } = lookOf(proxy);
  return (
    <span className={`inline-flex items-start gap-1.5 ${className}`}>
      <Icon size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
      {text}
    </span>
  );
}

function lookOf({ state, isAsConfigured, isStale, unanswered }: CanaryProxy): {
  icon: LucideIcon;
  className: string;
  text: string;
} {
  if (state !== 'found')
    return { icon: CircleMinus, className: 'text-ink-muted', text: unanswered ?? words.proxyStates[state] };
  if (isAsConfigured) return { icon: CircleCheck, className: 'text-ok', text: words.asConfigured };
  return { icon: TriangleAlert, className: 'text-warn', text: isStale ? words.stale : words.otherWeights };
}
