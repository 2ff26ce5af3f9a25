import type { SpanStory } from '#lib/contract/traces.ts';
import { responseFlags, splitResponseFlags } from '#lib/response-flags.ts';
import type { GraphPlace } from './graph-place.ts';
import { grpcStatusText } from './grpc-codes.ts';
import { partyName } from './party-name.ts';
import type { SpanCall } from './span-calls.ts';
import type { SpanNode } from './span-forest.ts';
import type { SpanParty } from './span-parties.ts';

type Told = { node: SpanNode; party: SpanParty; call: SpanCall | undefined; place: GraphPlace };

/** What Istio's tags say of a span, in words and in the graph's terms. */
export function spanStory({ node, party: { tags, party }, call, place }: Told): SpanStory {
  const status = statusOf(tags);
  const flags = splitResponseFlags(tags.flags);
  return {
    text: `${sentence({ node, party: { tags, party }, call })}${answer(node, status)}`,
    ...(party.workload === '' ? {} : { workload: { namespace: party.namespace, name: party.workload } }),
    ...(tags.pod === undefined ? {} : { pod: tags.pod }),
    ...(party.app === ''
      ? {}
      : {
          app: {
            namespace: party.namespace,
            name: party.app,
            ...(party.version === '' ? {} : { version: party.version }),
          },
        }),
    ...(tags.upstreamCluster === undefined ? {} : { upstreamCluster: tags.upstreamCluster }),
    ...(tags.requestId === undefined ? {} : { requestId: tags.requestId }),
    ...(status === undefined ? {} : { status }),
    ...(flags.length === 0 ? {} : { responseFlags: flags.map(explained) }),
    ...place,
  };
}

function explained(flag: string) {
  const unknown = {
    meaning: 'A flag that Vigla does not know.',
    next: "Look it up in Envoy's access log documentation, under response flags.",
  };
  return { flag, ...(responseFlags[flag] ?? unknown) };
}

function statusOf({ code, grpcCode }: SpanParty['tags']): string | undefined {
  if (grpcCode !== undefined) return grpcStatusText(grpcCode);
  return code === '0' ? 'no answer' : code;
}

function sentence({ node: { span }, party: { tags, party }, call }: Omit<Told, 'place'>): string {
  const own = partyName(party) ?? span.service;
  const request = [tags.method, tags.url ?? span.operation].filter((part) => part !== undefined).join(' ');
  if (span.kind === 'client' || span.kind === 'producer') {
    const to = partyName(call?.destination) ?? call?.addressed?.name;
    // Envoy's own span of the way out of a gateway has no more of the request than this.
    const what = tags.url === undefined && span.operation.startsWith('router ') ? 'the request' : request;
    return `${own} sent ${what}${to === undefined ? '' : ` to ${destinations[to] ?? to}`}`;
  }
  if (span.kind !== 'server' && span.kind !== 'consumer') return `${own} did ${span.operation}`;
  const from = call?.reporter === 'destination' ? partyName(call.source) : undefined;
  return `${own} received ${request}${from === undefined ? '' : ` from ${from}`}`;
}

const destinations: Readonly<Record<string, string>> = {
  PassthroughCluster: 'an address that is no service of the mesh (PassthroughCluster)',
  BlackHoleCluster: 'nowhere: no route leads there (BlackHoleCluster)',
};

function answer({ span: { isError, statusMessage, kind } }: SpanNode, status: string | undefined): string {
  const why = statusMessage === undefined ? '' : ` (${statusMessage})`;
  if (status === undefined) return isError ? `. It failed${why}.` : `${why}.`;
  if (status === 'no answer') return ' and got no answer.';
  return `${kind === 'client' || kind === 'producer' ? ' and got' : ' and answered'} ${status}${why}.`;
}
