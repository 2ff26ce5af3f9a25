'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import { type AccessLog, type LogLine, logLevels } from '#lib/contract/logs.ts';
import type { Target } from '#lib/target.ts';
import type { ChangeLogsState } from '../logs-state.ts';
import { words } from '../words.ts';
import { lineEdges } from './line-edges.ts';
import { useLineTraffic } from './use-line-traffic.ts';

type LineLinksProps = { line: LogLine; target: Target; change: ChangeLogsState };

/** From a line to the same request elsewhere. */
export function LineLinks({ line, target, change }: LineLinksProps) {
  const { access } = line;
  if (access === undefined) return null;
  const { requestId } = access;
  const handleRequest = () =>
    change({ search: requestId ?? '', regex: false, levels: [...logLevels], containers: [], line: '' });
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 border-b px-4 py-2 font-medium empty:hidden">
      {requestId !== undefined && (
        <button type="button" className="text-accent hover:underline" onClick={handleRequest}>
          {words.sameRequest}
        </button>
      )}
      <EdgeLinks access={access} target={target} />
    </div>
  );
}

/** More would be a list of all that happens. */
const mostEdges = 3;

function EdgeLinks({ access, target }: { access: AccessLog; target: Target }) {
  const address = useScopedAddress();
  const traffic = useLineTraffic(target).data?.data;
  if (traffic === undefined) return null;
  const { namespaces, type, serviceNodes, foldRoutes } = traffic.picture;
  return lineEdges(traffic, access)
    .slice(0, mostEdges)
    .map(({ edge, peer }) => (
      <Link
        key={edge.id}
        className="text-accent hover:underline"
        href={address('/graph', {
          namespaces,
          type,
          services: serviceNodes,
          ...(foldRoutes === 'true' ? {} : { show: 'badges,outOfMesh' }),
          selected: `edge:${edge.id}`,
        })}
      >
        {words.graphEdge(peer.name)}
      </Link>
    ));
}
