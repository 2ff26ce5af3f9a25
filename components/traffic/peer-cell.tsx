'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { WhyPopover } from '#components/ui/why-popover.tsx';
import type { GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { nodeTarget } from '#lib/graph/node-target.ts';
import { targetPath } from '#lib/target.ts';
import { words } from './words.ts';

/** A peer by name, with its page, the hosts behind it and, where telemetry does not know it, the reason. */
export function PeerCell({ peer }: { peer: GraphNode }) {
  const address = useScopedAddress();
  const target = nodeTarget(peer);
  const name = nodeName(peer);
  const hosts = peer.hosts?.join(', ');
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {target === undefined ? (
        <span className="truncate">{name}</span>
      ) : (
        <Link
          href={address(targetPath(target), { cluster: target.cluster })}
          className="truncate font-medium hover:underline"
          onClick={(event) => event.stopPropagation()}
        >
          {name}
        </Link>
      )}
      {hosts !== undefined && (
        <span className="mono min-w-0 truncate text-xs text-ink-muted" title={hosts}>
          {hosts}
        </span>
      )}
      {peer.explanation !== undefined && (
        <span className="shrink-0">
          <WhyPopover title={words.whyPeer(name)} explanation={peer.explanation} side="right" />
        </span>
      )}
    </span>
  );
}
