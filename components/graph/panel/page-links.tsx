'use client';

import Link from 'next/link';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { nodeTarget } from '#lib/graph/node-target.ts';
import { targetPath } from '#lib/target.ts';
import { panelWords } from './panel-words.ts';

/** The pages of what a node stands for: the thing itself, and the one workload behind an app's version. */
export function PageLinks({ node }: { node: GraphNode }) {
  const address = useScopedAddress();
  const target = nodeTarget(node);
  const { namespace, workload } = node;
  const hasWorkload = node.kind === 'application' && namespace !== undefined && workload !== undefined;
  return (
    <>
      {target !== undefined && (
        <Link
          href={address(targetPath(target), { cluster: target.cluster })}
          className="text-accent hover:underline"
        >
          {panelWords.pageOf[target.kind]}
        </Link>
      )}
      {hasWorkload && (
        <Link
          href={address(targetPath({ kind: 'workload', namespace, name: workload }), {
            cluster: node.cluster,
          })}
          className="text-accent hover:underline"
        >
          {panelWords.pageOf.workload}
        </Link>
      )}
    </>
  );
}
