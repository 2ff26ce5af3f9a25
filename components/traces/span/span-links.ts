import type { TraceSpan } from '#lib/contract/traces.ts';
import { targetPath } from '#lib/target.ts';
import { toAbsoluteRange } from '#lib/time-range.ts';
import { namespacesOfIds } from '../find-of-trace.ts';
import { traceWords } from '../trace-words.ts';

type SpanLink = { text: string; path: string; own: Record<string, string> };

/** Lines are looked for this long before and after a span. */
const aroundMs = 60_000;

/** Where else a span can be looked at, as far as its tags say where it comes from. */
export function spanLinks(span: Pick<TraceSpan, 'startMs' | 'durationMs' | 'kind' | 'story'>): SpanLink[] {
  const { workload, nodeId, edgeId, requestId } = span.story;
  const links: SpanLink[] = [];
  if (workload !== undefined) {
    const path = targetPath({ kind: 'workload', ...workload });
    const window = toAbsoluteRange({
      fromMs: Math.floor(span.startMs - aroundMs),
      toMs: Math.ceil(span.startMs + span.durationMs + aroundMs),
    });
    const logs: Record<string, string> = { tab: 'logs', ...window };
    if (requestId !== undefined) logs.search = requestId;
    links.push(
      { text: traceWords.workload, path, own: {} },
      { text: traceWords.logs, path, own: logs },
      {
        text: traceWords.metrics,
        path,
        own: { tab: span.kind === 'client' || span.kind === 'producer' ? 'outbound' : 'inbound' },
      },
      { text: traceWords.traces, path, own: { tab: 'traces' } },
    );
  }
  if (edgeId !== undefined) {
    links.push(graphLink(traceWords.graphEdge, `edge:${edgeId}`, edgeId.split('|').slice(0, 2)));
  } else if (nodeId !== undefined) {
    links.push(graphLink(traceWords.graphNode, `node:${nodeId}`, [nodeId]));
  }
  return links;
}

/** Without service nodes every call is drawn straight, as it is named here. */
function graphLink(text: string, selected: string, nodeIds: readonly string[]): SpanLink {
  const namespaces = namespacesOfIds(nodeIds);
  return {
    text,
    path: '/graph',
    own: {
      selected,
      services: 'false',
      ...(namespaces.length === 0 ? {} : { namespaces: namespaces.join(',') }),
    },
  };
}
