'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { objectPlace } from '#lib/object-place.ts';
import { linkKind } from './link-kind.ts';
import { useScopedAddress } from './scope/use-scoped-address.ts';

type ObjectLinkProps = {
  object: ObjectReference;
  /** A field of the object, whose lines its page marks: `spec.http[2]`. */
  path?: string | undefined;
  className?: string;
  /** What the link says; the name where left out. */
  children?: ReactNode;
};

/** The name of an object, which leads to its page; plain text where no page shows objects of the kind. */
export function ObjectLink({
  object,
  path,
  className = 'truncate text-accent hover:underline',
  children,
}: ObjectLinkProps) {
  const address = useScopedAddress();
  const place = objectPlace(object, path);
  const content = children ?? object.name;
  if (place === undefined) return <span>{content}</span>;
  return (
    <Link
      href={address(place.path, place.parameters)}
      // A row of a table opens on a click of its own.
      onClick={(event) => event.stopPropagation()}
      className={className}
    >
      {content}
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
