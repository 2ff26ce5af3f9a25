'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
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
  /** A field of the object, whose lines its page marks: `spec.http[2]`. */
  path?: string | undefined;
  className?: string;
  /** What the link says; the name where left out. */
  children?: ReactNode;
};

/** The name of an object, which leads to its page: to a richer one for Services and workloads. */
export function ObjectLink({
  object,
  path,
  className = 'truncate text-accent hover:underline',
  children,
}: ObjectLinkProps) {
  const address = useScopedAddress();
  return (
    <Link href={address(pageOf(object), path === undefined ? {} : { path })} className={className}>
      {children ?? object.name}
    </Link>
  );
}

/** The same with kind and namespace, where nothing else says them. */
export function FullObjectLink({ object }: { object: ObjectReference }) {
  const { kind, namespace, name } = object;
  return (
    <span className="inline-flex min-w-0 gap-1">
      <span className="text-ink-muted">{linkKind(kind)}</span>
      <ObjectLink object={object}>{namespace === '' ? name : `${namespace}/${name}`}</ObjectLink>
    </span>
  );
}

function pageOf(object: ObjectReference): string {
  const { kind, namespace, name } = object;
  const target = targets[kind];
  return target === undefined ? objectPath(object) : targetPath({ kind: target, namespace, name });
}
