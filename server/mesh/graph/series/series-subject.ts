import { type EdgeProtocol, edgeProtocols } from '#lib/contract/graph.ts';
import { ViglaError } from '#server/errors.ts';
import type { Matcher } from '#server/metrics/query.ts';
import { type BehindService, type Side, subjectMatchers } from './subject-matchers.ts';

/** The series of an edge or a node. A node is what it receives; one that nothing calls is what it sends. */
export type SeriesSubject = {
  protocol: EdgeProtocol | undefined;
  matchers: readonly Matcher[];
  /** Asked when `matchers` find nothing. */
  otherwise: readonly Matcher[] | undefined;
};

/** Reads an edge id `<source>|<target>|<protocol>` or a node id; throws `bad_parameter` naming the one at fault. */
export function seriesSubject(
  asked: { edge?: string | undefined; node?: string | undefined },
  behind: BehindService,
): SeriesSubject {
  if (asked.edge !== undefined) return edgeSubject(asked.edge, behind);
  const node = asked.node ?? '';
  const received = subjectMatchers(node, { side: 'destination', behind });
  const sent = subjectMatchers(node, { side: 'source', behind });
  if (received === undefined && sent === undefined) throw unknownId('node', node);
  return { protocol: undefined, matchers: received ?? sent ?? [], otherwise: sent };
}

function edgeSubject(edge: string, behind: BehindService): SeriesSubject {
  const [source = '', target = '', protocolText, ...rest] = edge.split('|');
  const protocol = edgeProtocols.find((known) => known === protocolText);
  const from = callerMatchers(source, { target, behind });
  const to = matchersAt('destination', target, behind);
  if (protocol === undefined || from === undefined || to === undefined || rest.length > 0)
    throw unknownId('edge', edge);
  const ofProtocol: readonly Matcher[] =
    protocol === 'tcp' ? [] : [{ label: 'request_protocol', is: '=', value: protocol }];
  return { protocol, matchers: [...from, ...to, ...ofProtocol], otherwise: undefined };
}

function matchersAt(side: Side, id: string, behind: BehindService): readonly Matcher[] | undefined {
  return subjectMatchers(id, { side, behind });
}

/**
 * Traffic does not begin at a service: an edge from one to a workload is what came through it, and one to another
 * service (in the service graph) is what the workloads behind it send.
 */
function callerMatchers(
  source: string,
  { target, behind }: { target: string; behind: BehindService },
): readonly Matcher[] | undefined {
  if (!isService(source)) return matchersAt('source', source, behind);
  const isThrough = target.startsWith('workload:') || target.startsWith('application:');
  return subjectMatchers(source, { side: isThrough ? 'destination' : 'source', behind });
}

function isService(id: string): boolean {
  return id.startsWith('service:') || id.startsWith('serviceEntry:');
}

function unknownId(parameter: 'edge' | 'node', id: string): ViglaError {
  const shape =
    parameter === 'edge' ? '<source>|<target>|<protocol>' : 'workload:<cluster>/<namespace>/<name>';
  return new ViglaError('bad_parameter', `"${id}" is not an id of /api/graph, such as ${shape}.`, {
    parameter,
  });
}
