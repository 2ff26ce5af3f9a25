'use client';

import Link from 'next/link';
import type { Bootstrap } from '#lib/contract/proxy-sections.ts';
import type { ProxyTarget } from '#lib/proxy-target.ts';
import { useTabAddress } from '../use-tab-address.ts';

type BootstrapFactsProps = { facts: Bootstrap['facts']; target: ProxyTarget };

/** What the bootstrap says, in words; each leads to its place in the dump. */
export function BootstrapFacts({ facts, target }: BootstrapFactsProps) {
  const address = useTabAddress(target);
  return (
    <dl className="flex flex-col gap-2">
      {facts.map(({ title, text, path }) => (
        <div key={`${title} ${path}`} className="min-w-0">
          <dt className="text-xs text-ink-muted">
            <Link href={address('raw', { path })} title={path} className="hover:text-ink hover:underline">
              {title}
            </Link>
          </dt>
          <dd className="wrap-anywhere">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
