'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { type Target, targetPath } from '#lib/target.ts';

/** A name that leads to its page. */
export function TargetLink({ target }: { target: Target }) {
  const address = useScopedAddress();
  return (
    <Link
      href={address(targetPath(target), { cluster: target.cluster })}
      className="text-accent hover:underline"
    >
      {target.name}
    </Link>
  );
}

const shownNames = 3;

type TargetLinksProps = {
  kind: Target['kind'];
  namespace: string;
  names: readonly string[];
  /** Said when there is none. */
  none: string;
};

/** The first few names, and how many more there are. */
export function TargetLinks({ kind, namespace, names, none }: TargetLinksProps) {
  if (names.length === 0) return <span className="text-ink-muted">{none}</span>;
  const more = names.slice(shownNames);
  return (
    <span className="inline-flex flex-wrap gap-x-1.5">
      {names.slice(0, shownNames).map((name) => (
        <TargetLink key={name} target={{ kind, namespace, name }} />
      ))}
      {more.length > 0 && (
        <span className="text-ink-muted" title={more.join('\n')}>
          + {more.length}
        </span>
      )}
    </span>
  );
}
