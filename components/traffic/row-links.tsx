'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { Traffic, TrafficRow } from '#lib/contract/traffic.ts';
import { nodeTarget } from '#lib/graph/node-target.ts';
import { type Target, targetPath } from '#lib/target.ts';
import { type Direction, words } from './words.ts';

type RowLinksProps = {
  row: TrafficRow;
  direction: Direction;
  target: Target;
  picture: Traffic['picture'];
};

/** From a row to the same traffic elsewhere. */
export function RowLinks({ row: { edge, peer }, direction, target, picture }: RowLinksProps) {
  const address = useScopedAddress();
  const own = targetPath(target);
  const peerPage = nodeTarget(peer);
  // The caller's proxy and the called one both write lines; a service has none of its own.
  const links = [
    {
      text: words.graph,
      href: address('/graph', {
        namespaces: picture.namespaces,
        type: picture.type,
        services: picture.serviceNodes,
        ...(picture.foldRoutes === 'true' ? {} : { show: 'badges,outOfMesh' }),
        selected: `edge:${edge.id}`,
      }),
    },
    ...(peerPage === undefined
      ? []
      : [{ text: words.peer, href: address(targetPath(peerPage), { cluster: peerPage.cluster }) }]),
    { text: words.metrics, href: address(own, { tab: target.kind === 'service' ? 'inbound' : direction }) },
    { text: words.logs, href: address(own, { tab: 'logs' }) },
    { text: words.traces, href: address(own, { tab: 'traces' }) },
  ];
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 border-b px-4 py-2">
      {links.map(({ text, href }) => (
        <Link key={text} href={href} className="font-medium text-accent hover:underline">
          {text}
        </Link>
      ))}
    </div>
  );
}
