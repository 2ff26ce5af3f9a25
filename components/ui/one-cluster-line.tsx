'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { queryText } from '#lib/url-state.ts';
import { useClusters } from './scope/use-clusters.ts';

/** On a page that is about one cluster while all are chosen: which one it shows, and the way to the same of the others. */
export function OneClusterLine() {
  const { all, home, chosen } = useClusters();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const others = all.filter(({ isHome, isOpened }) => isOpened && !isHome);
  if (chosen !== undefined || others.length === 0) return null;
  const addressIn = (cluster: string) => {
    const next = new URLSearchParams(parameters);
    next.set('cluster', cluster);
    return pathname + queryText(next);
  };
  return (
    <p role="note" className="shrink-0 px-4 pb-2 text-sm text-ink-muted">
      This page shows the home cluster, <span className="text-ink">{home}</span>. The same of{' '}
      {others.map(({ name }, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Link href={addressIn(name)} className="text-accent hover:underline">
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}
