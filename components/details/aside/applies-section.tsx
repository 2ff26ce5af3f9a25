'use client';

import Link from 'next/link';
import { ObjectLink } from '#components/ui/object-link.tsx';
import { objectIcon } from '#components/ui/object-looks.ts';
import { objectText } from '#components/ui/object-text.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { type Target, targetPath } from '#lib/target.ts';
import { words } from '../words.ts';
import { AsideSection } from './aside-section.tsx';

type AppliesSectionProps = { target: Target; objects: readonly ObjectReference[] };

/** The objects that say something about the target, by name and kind. */
export function AppliesSection({ target, objects }: AppliesSectionProps) {
  const address = useScopedAddress();
  return (
    <AsideSection
      title={words.applies}
      note={objects.length === 0 ? undefined : formatQuantity(objects.length, 'object')}
      action={
        <Link href={address(targetPath(target), { tab: 'config' })} className="text-accent hover:underline">
          {words.allOfThem}
        </Link>
      }
    >
      {objects.length === 0 ? (
        <p className="px-4 pb-3 text-ink-muted">{words.appliesNothing}</p>
      ) : (
        <ul className="px-4 pb-3">
          {objects.map((reference) => {
            const Icon = objectIcon(reference.kind);
            return (
              <li
                key={objectText(reference)}
                title={objectText(reference)}
                className="grid h-[26px] grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-2"
              >
                <Icon size={14} strokeWidth={1.5} aria-hidden className="text-ink-muted" />
                <span className="truncate">
                  <ObjectLink object={reference} />
                  {reference.namespace !== target.namespace && (
                    <span className="ml-1.5 text-xs text-ink-muted">{reference.namespace}</span>
                  )}
                </span>
                <span className="text-xs text-ink-muted">{kindTitle(reference.kind)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </AsideSection>
  );
}
