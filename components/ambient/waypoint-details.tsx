'use client';

import Link from 'next/link';
import { FullObjectLink } from '#components/ui/object-link.tsx';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { WaypointItem } from '#lib/contract/ambient.ts';
import { proxyPath } from '#lib/proxy-target.ts';
import { words } from './words.ts';

/** Below a waypoint's row: what is enrolled and by which label, its pods, and what its Envoy refused. */
export function WaypointDetails({ waypoint }: { waypoint: WaypointItem }) {
  const address = useScopedAddress();
  const { namespace, pods, enrolled, errors } = waypoint;
  return (
    <div className="grid h-full grid-cols-1 gap-x-8 gap-y-4 overflow-y-auto px-4 py-3 lg:grid-cols-2">
      <section aria-label={words.enrolled} className="min-w-0">
        <h3 className="mb-2 font-semibold">{words.enrolled}</h3>
        {enrolled.length === 0 && <p className="text-ink-muted">{words.nothingEnrolled}</p>}
        <ul className="flex flex-col gap-2">
          {enrolled.map(({ object, label, bound, problem }) => (
            <li key={label} className="min-w-0">
              <FullObjectLink object={object} />
              <span className="mono block text-xs text-ink-muted wrap-anywhere">{label}</span>
              {bound !== undefined && (
                <span className="block text-ink-muted">
                  {words.bound}: {bound}
                </span>
              )}
              {problem !== undefined && <span className="block text-fail">{problem}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={words.errors} className="min-w-0">
        <h3 className="mb-2 font-semibold">{words.errors}</h3>
        <ul className="mb-2 flex flex-wrap gap-x-4">
          {pods.map(({ name }) => (
            <li key={name}>
              <Link
                href={address(proxyPath({ namespace, pod: name }))}
                className="text-accent hover:underline"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
        {errors.length === 0 ? (
          <p className="text-ink-muted">{words.noErrors}</p>
        ) : (
          <ul className="flex list-disc flex-col gap-1 pl-4">
            {errors.map((text) => (
              <li key={text} className="wrap-anywhere">
                {text}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
