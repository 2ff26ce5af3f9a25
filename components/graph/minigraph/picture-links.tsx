'use client';

import Link from 'next/link';
import { healthLooks } from '#components/ui/health-looks.ts';
import { useScopedAddress } from '#components/ui/scope/use-scoped-address.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { nodeTarget } from '#lib/graph/node-target.ts';
import { targetPath } from '#lib/target.ts';
import type { View } from '../canvas/view.ts';
import type { Point } from '../visible-graph.ts';

type PictureLinksProps = {
  nodes: readonly GraphNode[];
  positions: ReadonlyMap<string, Point>;
  view: View;
};

/** What a link covers of a node and its words, from the node's centre. */
const reach = { side: 44, top: 20, bottom: 38 };

/** Links that lie over the nodes of a drawing, for the pointer, the keyboard and readers of the screen. */
export function PictureLinks({ nodes, positions, view: { zoom, pan } }: PictureLinksProps) {
  const address = useScopedAddress();
  return (
    <ul aria-label="Neighbours">
      {nodes.map((node) => {
        const at = positions.get(node.id);
        if (at === undefined) return null;
        const target = nodeTarget(node);
        const style = {
          left: at.x * zoom + pan.x - reach.side * zoom,
          top: at.y * zoom + pan.y - reach.top * zoom,
          width: 2 * reach.side * zoom,
          height: (reach.top + reach.bottom) * zoom,
        };
        const place = node.namespace === undefined ? '' : `, ${node.namespace}`;
        const text = `${nodeName(node)}${place}: ${healthLooks[node.health.status].word}`;
        return (
          <li key={node.id} className="absolute" style={style} title={text}>
            {target === undefined ? (
              <span className="sr-only">{text}</span>
            ) : (
              <Link
                href={address(targetPath(target), { cluster: target.cluster })}
                aria-label={text}
                className="absolute inset-0 rounded-md"
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
