import type { Span } from '#lib/contract/traces.ts';

/** What the tags of a span say, whichever names its tracer has for them: Zipkin's, or OpenTelemetry's newer ones. */
export type SpanTags = {
  /** `sidecar`, `router` (a gateway), `waypoint`. */
  proxyType: string | undefined;
  pod: { namespace: string; name: string } | undefined;
  namespace: string | undefined;
  app: string | undefined;
  version: string | undefined;
  cluster: string | undefined;
  upstreamCluster: string | undefined;
  requestId: string | undefined;
  method: string | undefined;
  url: string | undefined;
  /** HTTP; `0` where no answer came. */
  code: string | undefined;
  grpcCode: string | undefined;
  isGrpc: boolean;
  flags: string;
};

export function readTags({ attributes, resource }: Span): SpanTags {
  const tag = (...names: readonly string[]): string | undefined =>
    names
      .map((name) => attributes[name] ?? resource[name])
      .find((value) => value !== undefined && value !== '' && value !== '-');
  const node = nodeOf(attributes.node_id);
  const namespace = tag('istio.namespace', 'k8s.namespace.name') ?? node?.namespace;
  const podName = node?.pod ?? tag('k8s.pod.name');
  const grpcCode = tag('grpc.status_code', 'rpc.grpc.status_code');
  return {
    proxyType: node?.type,
    pod:
      podName === undefined || namespace === undefined
        ? undefined
        : { namespace: node?.namespace ?? namespace, name: podName },
    namespace,
    app: tag('istio.canonical_service'),
    version: tag('istio.canonical_revision'),
    cluster: tag('istio.cluster_id'),
    upstreamCluster: tag('upstream_cluster', 'upstream_cluster.name')?.replace(/;$/, ''),
    requestId: tag('guid:x-request-id', 'http.request.header.x-request-id'),
    method: tag('http.method', 'http.request.method'),
    url: tag('http.url', 'url.full'),
    code: tag('http.status_code', 'http.response.status_code'),
    grpcCode,
    isGrpc: grpcCode !== undefined || tag('grpc.path', 'rpc.system') !== undefined,
    flags: attributes.response_flags ?? '-',
  };
}

/** `sidecar~10.244.2.6~reviews-v2-7d9f-abcde.bookinfo~bookinfo.svc.cluster.local`, as Istio names a proxy. */
function nodeOf(nodeId: string | undefined) {
  const [type, , podAndNamespace] = nodeId?.split('~') ?? [];
  if (type === undefined || podAndNamespace === undefined) return undefined;
  // A pod's name may hold dots, a namespace may not.
  const dot = podAndNamespace.lastIndexOf('.');
  if (dot < 1) return undefined;
  const namespace = podAndNamespace.slice(dot + 1);
  return { type, pod: podAndNamespace.slice(0, dot), namespace };
}
