import type { Span } from '#lib/contract/traces.ts';

/** 2026-11-21 12:00:00 UTC, when made traces begin. */
export const traceStartMs = Date.UTC(2026, 10, 21, 12);

type Given = Partial<Omit<Span, 'startMs'>> & {
  /** Small numbers are enough: they are filled up to sixteen digits. */
  id: number | string;
  parent?: number | string;
  /** Milliseconds after the beginning of the trace. */
  from: number;
  to: number;
};

/** A span of a made trace. */
export function span({ id, parent, from, to, ...rest }: Given): Span {
  return {
    traceId: '0'.repeat(31) + 1,
    spanId: spanIdOf(id),
    ...(parent === undefined ? {} : { parentSpanId: spanIdOf(parent) }),
    service: 'shop.shop',
    operation: 'GET /',
    kind: 'internal',
    startMs: traceStartMs + from,
    durationMs: to - from,
    isError: false,
    attributes: {},
    resource: {},
    events: [],
    ...rest,
  };
}

export function spanIdOf(id: number | string): string {
  return String(id).padStart(16, '0');
}

/** Istio's tags of a proxy. */
export function proxyTags(
  pod: string,
  options: { namespace?: string; ip?: string; app?: string; version?: string; type?: string } = {},
): Record<string, string> {
  const { namespace = 'shop', ip = '10.0.0.1', app, version, type = 'sidecar' } = options;
  return {
    node_id: `${type}~${ip}~${pod}.${namespace}~${namespace}.svc.cluster.local`,
    'istio.namespace': namespace,
    ...(app === undefined ? {} : { 'istio.canonical_service': app }),
    ...(version === undefined ? {} : { 'istio.canonical_revision': version }),
  };
}
