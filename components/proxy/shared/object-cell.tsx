'use client';

import { CircleSlash2 } from 'lucide-react';
import Link from 'next/link';
import { ConfidenceMark } from '#components/ui/confidence-mark.tsx';
import { linkKind } from '#components/ui/link-kind.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { proxyLinkPath } from '#lib/proxy-link-path.ts';
import { words } from '../words.ts';
import { linksInOrder } from './links-in-order.ts';

/** The object that a row comes from, how sure that is, and how many others have a part in it. */
export function ObjectCell({ links }: { links: readonly ProxyLink[] }) {
  const [first, ...others] = linksInOrder(links);
  if (first === undefined) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={first.because}>
      {first.isMissing === true ? (
        <CircleSlash2 size={12} aria-label={words.missingObject} className="shrink-0 text-warn" />
      ) : (
        <ConfidenceMark confidence={first.confidence} />
      )}
      <ObjectName link={first} />
      <span className="shrink-0 text-xs text-ink-muted">{linkKind(first.kind)}</span>
      {others.length > 0 && (
        <span className="shrink-0 text-xs text-ink-muted" title={others.map(textOf).join('\n')}>
          +{others.length}
        </span>
      )}
    </span>
  );
}

function ObjectName({ link }: { link: ProxyLink }) {
  const address = useScopedAddress();
  const place = proxyLinkPath(link);
  if (place === undefined) return <span className="min-w-0 truncate">{link.name}</span>;
  return (
    <Link
      href={address(place.path, place.parameters)}
      className="min-w-0 truncate text-accent hover:underline"
    >
      {link.name}
    </Link>
  );
}

function textOf({ kind, namespace, name }: ProxyLink): string {
  return `${linkKind(kind)} ${namespace}/${name}`;
}
