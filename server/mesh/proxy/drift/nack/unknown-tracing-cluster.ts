import { objectPath } from '#lib/object-path.ts';
import { sidecarInForce } from '#server/mesh/applies/sidecar-of.ts';
import type { NackFacts, NackReason } from './nack-reason.ts';

/** `envoy.tracers.zipkin: unknown cluster 'outbound|9411||zipkin.observability.svc.cluster.local'` */
export const unknownTracingCluster: NackReason = {
  match: /envoy\.tracers\.(\w+): unknown cluster '(?:outbound\|(\d+)\|[^|']*\|)?([^']*)'/,
  tell: ([, tracer = '', port, host = ''], { refused }, facts) => {
    const sidecar = sidecarOf(facts);
    const where = port === undefined ? host : `${host} port ${port}`;
    const text = `spans are to be sent to ${where} (${tracer}), and the proxy has no such cluster, so all ${refused.length} listeners that trace are refused.`;
    if (sidecar === undefined)
      return {
        text,
        fix: `Make the Service ${host} visible to this proxy (does it exist, what is its exportTo?), or take the tracing provider out of the mesh configuration and of Telemetry.`,
      };
    const { namespace = '', name } = sidecar.metadata;
    return {
      text: `${text} Sidecar ${namespace}/${name} leaves the collector's namespace out.`,
      fix: `Add "${namespaceOf(host)}/${host}" to spec.egress[].hosts of Sidecar ${namespace}/${name}.`,
      evidence: [
        {
          kind: 'object',
          text: `Sidecar ${namespace}/${name} spec.egress[].hosts: ${sidecar.spec.egress?.flatMap(({ hosts }) => hosts).join(', ') ?? '(none)'}`,
          link: objectPath({ kind: 'Sidecar', namespace, name }),
        },
      ],
    };
  },
};

function sidecarOf({ proxy, mesh }: NackFacts) {
  if (proxy.object === undefined) return undefined;
  const { labels } = proxy.object.metadata;
  const found = sidecarInForce({ namespace: proxy.namespace, labels }, mesh)?.sidecar;
  return found?.spec.egress === undefined ? undefined : found;
}

/** `zipkin.observability.svc.cluster.local` is in `observability`; of other hosts nothing is known. */
function namespaceOf(host: string): string {
  return /^[^.]+\.([^.]+)\.svc(\.|$)/.exec(host)?.[1] ?? '*';
}
