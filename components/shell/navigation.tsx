'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '#components/ui/class-names.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { useStatus } from '#components/ui/scope/use-status.ts';
import { BrandMark } from './brand-mark.tsx';
import { pageAt } from './pages.ts';
import { usePages } from './use-pages.ts';
import { words } from './words.ts';

/** The column at the left: icons and names, or icons alone where width is worth more. */
export function Navigation({ isSlim }: { isSlim: boolean }) {
  return (
    <div className="hidden min-h-0 flex-col border-r bg-canvas px-2 pb-2 md:flex">
      <div
        className={classNames('flex h-12 shrink-0 items-center gap-2.5', isSlim ? 'justify-center' : 'px-2')}
      >
        <BrandMark />
        {!isSlim && <span className="text-[15px] font-semibold tracking-tight">Vigla</span>}
      </div>
      <NavigationLinks isSlim={isSlim} />
      {!isSlim && <NavigationFoot />}
    </div>
  );
}

export function NavigationLinks({ isSlim = false, onFollow }: { isSlim?: boolean; onFollow?: () => void }) {
  const current = pageAt(usePathname());
  const address = useScopedAddress();
  const pages = usePages();
  return (
    <nav aria-label="Pages" className="flex flex-col">
      {pages.map((page, index) => (
        <Link
          key={page.path}
          href={address(page.path)}
          onClick={onFollow}
          aria-current={page === current ? 'page' : undefined}
          aria-label={isSlim ? page.title : undefined}
          title={isSlim ? page.title : undefined}
          className={classNames(
            'flex h-[30px] items-center gap-2.5 rounded-md px-2 font-medium text-ink-muted hover:text-ink',
            'aria-[current=page]:bg-current-page aria-[current=page]:text-ink',
            isSlim && 'justify-center',
            // Above the first of a group, half the gap above the line and half below.
            index > 0 &&
              page.group !== pages[index - 1]?.group &&
              'relative mt-[17px] before:absolute before:inset-x-2 before:-top-[9px] before:border-t',
          )}
        >
          <page.icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0" />
          {!isSlim && page.title}
        </Link>
      ))}
    </nav>
  );
}

const modeWords = { demo: 'recorded mesh', cluster: 'live', snapshot: 'snapshot' } as const;

export function NavigationFoot() {
  const status = useStatus().data?.data;
  if (status === undefined) return null;
  return (
    <p className="mt-auto p-2 text-2xs text-ink-muted">
      Vigla {status.version} · {modeWords[status.mode]}
      <br />
      {status.clusters === undefined
        ? `cluster ${status.cluster}`
        : words.severalClusters(status.clusters.length, status.cluster)}
    </p>
  );
}
