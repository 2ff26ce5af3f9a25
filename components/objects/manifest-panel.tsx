'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { classNames } from '#components/ui/class-names.ts';
import { QueryBoundary } from '#components/ui/query-boundary.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { objectPath } from '#lib/object-path.ts';
import { kindTitle } from '#lib/objects/config-kinds.ts';
import { ManifestView } from './manifest/manifest-view.tsx';
import { useObject } from './use-object.ts';

type ManifestPanelProps = {
  object: ObjectReference;
  /** What to highlight and scroll to: `spec.http[2]`, `http[2]`, `subsets[v1]`. */
  path?: string | undefined;
  /** Pixels; where it stands in a frame of the page's own, it fills that. */
  height?: number | undefined;
  /** Left out where the page says itself which object it is. */
  hasFrame?: boolean;
};

/** The manifest of an object inside another page, at the lines of a path. Its lines lead to the object's own page. */
export function ManifestPanel({ object, path = '', height = 280, hasFrame = true }: ManifestPanelProps) {
  const query = useObject(object);
  const address = useScopedAddress();
  const router = useRouter();
  const own = path === '' ? undefined : { path };
  return (
    <section
      aria-label={`${kindTitle(object.kind)} ${object.name}`}
      className={classNames(
        'flex min-w-0 flex-col overflow-hidden',
        hasFrame ? 'rounded-lg border' : 'h-full',
      )}
      style={hasFrame ? { height } : undefined}
    >
      {hasFrame && (
        <p className="flex min-w-0 items-center gap-2 border-b bg-sunken px-3 py-1 text-xs">
          <span className="text-ink-muted">{kindTitle(object.kind)}</span>
          <Link href={address(objectPath(object), own)} className="truncate text-accent hover:underline">
            {object.namespace === '' ? object.name : `${object.namespace}/${object.name}`}
          </Link>
          {path !== '' && <span className="mono truncate text-ink-muted">{path}</span>}
        </p>
      )}
      <QueryBoundary query={query} isSmall showsWarnings={false}>
        {({ manifest }) => (
          <ManifestView
            manifest={manifest}
            path={path}
            hasToolbar={false}
            onPath={(chosen) => router.push(address(objectPath(object), { path: chosen }))}
          />
        )}
      </QueryBoundary>
    </section>
  );
}
