'use client';

import { CircleSlash2 } from 'lucide-react';
import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { proxyLinkPath } from '#lib/proxy-link-path.ts';
import { ConfidenceMark, confidenceLooks } from './confidence-mark.tsx';
import { linkKind } from './link-kind.ts';

type ProxyLinksProps = {
  links: readonly ProxyLink[];
  /** In a cell of a table: one line, cut where it ends. Otherwise each link has a line and says why. */
  isCompact?: boolean;
};

/** The objects behind an item of a proxy, those that it shows before those that only shape it. */
export function ProxyLinks({ links, isCompact = true }: ProxyLinksProps) {
  if (links.length === 0) return null;
  const sorted = links.toSorted((one, other) => Number(isApplied(one)) - Number(isApplied(other)));
  if (isCompact)
    return (
      <span className="flex min-w-0 gap-x-2.5 overflow-hidden">
        {sorted.map((link) => (
          <ProxyLinkText key={keyOf(link)} link={link} />
        ))}
      </span>
    );
  return (
    <ul className="flex flex-col gap-1.5">
      {sorted.map((link) => (
        <li key={keyOf(link)} className="flex min-w-0 flex-col">
          <ProxyLinkText link={link} hasWord />
          <span className="pl-3.5 text-xs text-ink-muted">{link.because}</span>
        </li>
      ))}
    </ul>
  );
}

function ProxyLinkText({ link, hasWord = false }: { link: ProxyLink; hasWord?: boolean }) {
  const address = useScopedAddress();
  const place = proxyLinkPath(link);
  const text = (
    <>
      <span>{link.name}</span>
      {link.part !== undefined && <span className="text-ink-muted"> {link.part}</span>}
    </>
  );
  return (
    <span
      className="inline-flex min-w-0 shrink-0 items-center gap-1.5 whitespace-nowrap"
      title={titleOf(link)}
    >
      {link.isMissing === true ? (
        <span className="inline-flex items-center gap-1 text-warn">
          <CircleSlash2 size={12} aria-hidden className="shrink-0" />
          missing
        </span>
      ) : (
        <ConfidenceMark confidence={link.confidence} hasWord={hasWord} />
      )}
      <span className="text-xs text-ink-muted">{linkKind(link.kind)}</span>
      {place === undefined ? (
        <span>{text}</span>
      ) : (
        <Link
          href={address(place.path, place.parameters)}
          // A row of a table opens on a click of its own.
          onClick={(event) => event.stopPropagation()}
          className="text-accent hover:underline"
        >
          {text}
        </Link>
      )}
    </span>
  );
}

function isApplied({ relation }: ProxyLink): boolean {
  return relation === 'applies';
}

function keyOf({ kind, namespace, name, part }: ProxyLink): string {
  return `${kind}/${namespace}/${name}/${part ?? ''}`;
}

function titleOf(link: ProxyLink): string {
  const { kind, namespace, name, part, confidence, because } = link;
  const place = namespace === '' ? name : `${namespace}/${name}`;
  const { word, sentence } = confidenceLooks[confidence];
  return [
    `${linkKind(kind)} ${place}${part === undefined ? '' : ` ${part}`}`,
    because,
    `${word}: ${sentence}${link.isMissing === true ? '; the object does not exist' : ''}`,
  ].join('\n');
}
