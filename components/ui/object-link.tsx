'use client';

import Link from 'next/link';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { objectPath } from '#lib/object-path.ts';
import { targetPath } from '#lib/target.ts';
import { linkKind } from './link-kind.ts';
import { useScopedAddress } from './scope/use-scoped-address.ts';

/** Kinds with a page that says more than their manifest. */
const targets: Readonly<Record<string, 'service' | 'workload'>> = {
  Service: 'service',
  Deployment: 'workload',
  StatefulSet: 'workload',
  DaemonSet: 'workload',
};

type ObjectLinkProps = {
  object: ObjectReference;
  /** The name alone, where headings say the rest. */
  isShort?: boolean;
};

/** An object by kind and name; the name leads to its page. */
export function ObjectLink({ object, isShort = false }: ObjectLinkProps) {
  const address = useScopedAddress();
  const { kind, namespace, name } = object;
  const target = targets[kind];
  const path = target === undefined ? objectPath(object) : targetPath({ kind: target, namespace, name });
  return (
    <span className="inline-flex min-w-0 gap-1">
      {!isShort && <span className="text-ink-muted">{linkKind(kind)}</span>}
      <Link href={address(path)} className="truncate text-accent hover:underline">
        {isShort || namespace === '' ? name : `${namespace}/${name}`}
      </Link>
    </span>
  );
}
