'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { RouteDestination } from '#lib/contract/routing.ts';
import { targetPath } from '#lib/target.ts';
import { ShareBar } from './share-bar.tsx';
import { words } from './words.ts';

/** One destination of a rule: its share, its name, and whether anything stands behind it. */
export function DestinationLine({ destination }: { destination: RouteDestination }) {
  const address = useScopedAddress();
  const { service, host, subset, port, share, endpoints, problem } = destination;
  const name = service?.name ?? host;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <ShareBar share={share} />
      <span>
        {service === undefined ? (
          <span className="mono">{name}</span>
        ) : (
          <Link
            href={address(targetPath({ kind: 'service', ...service }), { tab: 'routing' })}
            className="font-medium hover:underline"
          >
            {name}
          </Link>
        )}
        {subset !== undefined && <span className="mono"> {subset}</span>}
        {port !== undefined && <span className="mono text-ink-muted"> :{port}</span>}
      </span>
      {problem === undefined ? (
        endpoints !== undefined && (
          <span className="text-ink-muted">{words.pods(endpoints.ready, endpoints.total)}</span>
        )
      ) : (
        <span className="inline-flex items-center gap-1 text-fail">
          <TriangleAlert size={13} aria-hidden /> {problem}
        </span>
      )}
    </li>
  );
}
