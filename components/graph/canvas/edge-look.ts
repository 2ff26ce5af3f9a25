import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { HealthStatus } from '#lib/contract/health.ts';
import { type EdgeLabelId, edgeLabelIds, edgeLabels } from '../edge-labels.ts';
import { shortSplitParts, splitParts } from '../split-words.ts';
import type { MarkIconId } from './mark-icons.ts';
import type { ColourToken } from './palette.ts';
import type { LineDash } from './scene.ts';

type StatusColours = { line: ColourToken; label: ColourToken };

export const statusColours: Record<HealthStatus, StatusColours> = {
  healthy: { line: 'mark-ok', label: 'ink' },
  degraded: { line: 'mark-warn', label: 'warn' },
  failing: { line: 'mark-fail', label: 'fail' },
  unknown: { line: 'mark-idle', label: 'ink' },
  idle: { line: 'mark-idle', label: 'ink-muted' },
};

export type EdgeLook = { width: number; colour: ColourToken; dash: LineDash };

export const partSeparator = ' · ';

/** So many bytes per second draw as wide a line as one request per second. */
const bytesPerRequest = 2000;
const [thinnest, widest] = [1, 5];

/**
 * Colour by health, or by a split that is not as configured where nothing is worse; width by the logarithm of the rate,
 * dashes where nothing in the mesh answers, dots for TCP.
 */
export function lookOf(edge: GraphEdge, target: GraphNode | undefined, isMismatch = false): EdgeLook {
  const { status } = edge.health;
  const isUnanswered = target !== undefined && isOutOfMesh(target);
  const isCalm = status === 'healthy' || status === 'unknown';
  return {
    width: widthOf(edge),
    dash: isUnanswered ? 'dashed' : edge.protocol === 'tcp' ? 'dotted' : 'solid',
    colour:
      isCalm && isMismatch
        ? 'mark-warn'
        : isCalm && isUnanswered
          ? 'mark-idle'
          : isCalm && edge.protocol === 'tcp'
            ? 'mark-tcp'
            : statusColours[status].line,
  };
}

export function isOutOfMesh(node: GraphNode): boolean {
  return (
    node.kind === 'passthrough' ||
    node.kind === 'blackHole' ||
    (node.kind === 'service' && node.cluster === 'unknown')
  );
}

function widthOf(edge: GraphEdge): number {
  const bytesPerSecond = (edge.bytesSentPerSecond ?? 0) + (edge.bytesReceivedPerSecond ?? 0);
  const rate = edge.requestsPerSecond ?? bytesPerSecond / bytesPerRequest;
  return Math.min(widest, Math.max(thinnest, 1.4 + 1.1 * Math.log10(1 + rate)));
}

/** The label's words, part by part: where traffic is split, the share says it all. */
export function labelParts(edge: GraphEdge, chosen: readonly EdgeLabelId[]): string[] {
  const split = chosen.includes('split') ? splitParts(edge) : [];
  if (split.length > 0) return split;
  return edgeLabelIds.filter((id) => chosen.includes(id)).flatMap((id) => edgeLabels[id].text(edge) ?? []);
}

/** The same without words, where it has any. */
export function shortLabelParts(edge: GraphEdge, chosen: readonly EdgeLabelId[]): string[] | undefined {
  return chosen.includes('split') ? shortSplitParts(edge) : undefined;
}

/** The label's words in one line. */
export function labelText(edge: GraphEdge, chosen: readonly EdgeLabelId[]): string {
  return labelParts(edge, chosen).join(partSeparator);
}

/** The lock stands once per call: from the caller to the service, not again from the service to its versions. */
export function lockOf(edge: GraphEdge, source: GraphNode | undefined): MarkIconId | undefined {
  if (edge.mtlsShare === undefined || edge.mtlsShare === 0 || source?.kind === 'service') return undefined;
  return edge.mtlsShare === 1 ? 'lock' : 'unlock';
}
