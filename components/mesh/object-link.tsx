'use client';

import Link from 'next/link';
import { linkKind } from '#components/ui/link-kind.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { objectPath } from '#lib/object-path.ts';
import { targetPath } from '#lib/target.ts';

/** The kind in small letters and the name, which leads to the object's page: a Service to its own. */
export function ObjectLink({ object }: { object: ObjectReference }) {
  const address = useScopedAddress();
  const { kind, namespace, name } = object;
  const path = kind === 'Service' ? targetPath({ kind: 'service', namespace, name }) : objectPath(object);
  return (
    <span className="inline-flex min-w-0 max-w-full gap-1 align-bottom">
      <span className="text-ink-muted">{linkKind(kind)}</span>
      <Link href={address(path)} className="truncate text-accent hover:underline">
        {namespace === '' ? name : `${namespace}/${name}`}
      </Link>
    </span>
  );
}
