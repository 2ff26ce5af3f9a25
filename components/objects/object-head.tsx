'use client';

import Link from 'next/link';
import { Tag } from '#components/ui/chip.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { CommandsMenu } from './commands-menu.tsx';
import { ForceBadge } from './force-badge.tsx';
import { words } from './words.ts';

type ObjectHeadProps = {
  object: ObjectReference;
  /** Absent while it loads. */
  detail: ObjectDetail | undefined;
};

export function ObjectHead({ object: { kind, namespace, name }, detail }: ObjectHeadProps) {
  const address = useScopedAddress();
  const Icon = objectIcon(kind);
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1 px-4 py-1.5">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2 text-ink-muted">
        <Link href={address('/config')} className="max-md:hidden hover:text-ink hover:underline">
          {words.list}
        </Link>
        <span aria-hidden className="max-md:hidden">
          /
        </span>
        {namespace !== '' && (
          <>
            <Link
              href={address('/config', { namespaces: namespace })}
              className="hover:text-ink hover:underline"
            >
              {namespace}
            </Link>
            <span aria-hidden>/</span>
          </>
        )}
        <Icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0" />
        <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight text-ink" title={name}>
          {name}
        </h1>
      </nav>
      <Tag>{kindTitle(kind)}</Tag>
      {detail?.force !== undefined && <ForceBadge force={detail.force} />}
      <span className="flex-1" />
      {detail !== undefined && <CommandsMenu commands={detail.commands} />}
    </header>
  );
}
