import type { ServerResponse } from 'node:http';
import { type LocalServer, type Received, sendJson, startServer } from './local-server.ts';
import {
  type RecordedResource,
  type RecordedSpan,
  recordedAnswer,
  recordedJaegerTraces,
  recordedNames,
  serviceOf,
} from './recorded-traces.ts';

export type StoreKind = 'jaegerWithSummaries' | 'jaegerWithoutSummaries' | 'oldJaeger' | 'tempo';

const notFound = { error: { httpCode: 404, message: 'No traces found' } };
const traces = recordedJaegerTraces();

/** Stores that give the recorded answers, over HTTP. */
const answers: Record<StoreKind, (response: ServerResponse, received: Received) => unknown> = {
  jaegerWithSummaries(response, received) {
    const service = received.form.get('query.service_name');
    if (received.path !== '/api/v3/trace-summaries')
      return answers.jaegerWithoutSummaries(response, received);
    if (service === 'unknown.shop') return sendJson(response, notFound, 404);
    return send(response, recordedAnswer('jaeger-v3', `trace-summaries-${service}.json`));
  },
  jaegerWithoutSummaries(response, { path, form }) {
    if (path === '/api/v3/services') return send(response, recordedAnswer('jaeger-v3', 'services.json'));
    const id = /^\/api\/v3\/traces\/(\w+)$/.exec(path)?.[1];
    const found =
      id !== undefined
        ? [traces.get(id) ?? []]
        : path === '/api/v3/traces'
          ? tracesWith(form.get('query.service_name')).slice(0, Number(form.get('query.search_depth')))
          : undefined;
    if (found === undefined) return plainNotFound(response);
    if (found.flat().length === 0) return sendJson(response, notFound, 404);
    return sendJson(response, { result: { resourceSpans: found.flat() } });
  },
  oldJaeger(response, { path, form }) {
    const services = [...new Set([...traces.values()].flat().map(serviceOf))];
    if (path === '/api/services') return sendJson(response, { data: services, errors: null });
    const id = /^\/api\/traces\/(\w+)$/.exec(path)?.[1];
    if (id !== undefined) {
      const trace = traces.get(id);
      const errors = [{ code: 404, msg: 'trace not found' }];
      return trace === undefined
        ? sendJson(response, { data: null, errors }, 404)
        : sendJson(response, { data: [oldTrace(trace)] });
    }
    // Its screen answers whatever else is asked.
    if (path !== '/api/traces') return response.end('<!doctype html><title>Jaeger UI</title>');
    const found = tracesWith(form.get('service')).slice(0, Number(form.get('limit')));
    return sendJson(response, { data: found.map(oldTrace) });
  },
  tempo(response, { path, form }) {
    if (path.startsWith('/api/v2/search/tag/resource.service.name/'))
      return send(response, recordedAnswer('tempo', 'tag-values-service.name.json'));
    const id = /^\/api\/v2\/traces\/0*(\w+)$/.exec(path)?.[1];
    if (id !== undefined) {
      const name = `trace-v2-${id}.json`;
      return recordedNames('tempo', /^trace-v2/).includes(name)
        ? send(response, recordedAnswer('tempo', name))
        : sendJson(response, { trace: {}, metrics: {} });
    }
    const service = /resource\.service\.name = "([^"]+)"/.exec(form.get('q') ?? '')?.[1];
    if (path !== '/api/search') return plainNotFound(response);
    if (service === undefined || form.get('q')?.includes('status = error'))
      return send(response, recordedAnswer('tempo', 'search-error.json'));
    return send(response, recordedAnswer('tempo', `search-${service}.json`));
  },
};

export function startTraceStore(kind: StoreKind): Promise<LocalServer> {
  return startServer(answers[kind]);
}

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

function plainNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n');
}

/** Newest first, as Jaeger gives them. */
function tracesWith(service: string | null): RecordedResource[][] {
  const start = (trace: RecordedResource[]) =>
    trace
      .flatMap(spansOf)
      .reduce((least, span) => (span.startTimeUnixNano < least ? span.startTimeUnixNano : least), '9');
  return [...traces.values()]
    .filter((trace) => trace.some((resource) => serviceOf(resource) === service))
    .sort((left, right) => (start(left) < start(right) ? 1 : -1));
}

function spansOf({ scopeSpans }: RecordedResource): RecordedSpan[] {
  return scopeSpans.flatMap(({ spans }) => spans);
}

/** A recorded trace as Jaeger's releases before v3 write it. */
export function oldTrace(trace: readonly RecordedResource[]) {
  return {
    traceID: trace.flatMap(spansOf)[0]?.traceId,
    processes: Object.fromEntries(
      trace.map((resource, index) => [`p${index}`, { serviceName: serviceOf(resource), tags: [] }]),
    ),
    spans: trace.flatMap((resource, index) => spansOf(resource).map((span) => oldSpan(span, `p${index}`))),
  };
}

const kindNames = ['unspecified', 'internal', 'server', 'client'];

function oldSpan(span: RecordedSpan, processID: string) {
  const { traceId, parentSpanId } = span;
  const start = BigInt(span.startTimeUnixNano);
  const tag = (key: string, value: string | boolean) => ({
    key,
    type: typeof value === 'string' ? 'string' : 'bool',
    value,
  });
  return {
    traceID: traceId,
    spanID: span.spanId,
    operationName: span.name,
    references:
      parentSpanId === undefined ? [] : [{ refType: 'CHILD_OF', traceID: traceId, spanID: parentSpanId }],
    startTime: Number(start / 1000n),
    duration: Number((BigInt(span.endTimeUnixNano) - start) / 1000n),
    tags: [
      ...span.attributes
        .filter(({ value }) => value.stringValue !== undefined)
        .map(({ key, value }) => tag(key, value.stringValue ?? '')),
      tag('span.kind', kindNames[span.kind] ?? 'unspecified'),
      ...(span.status.code === 2 ? [tag('error', true)] : []),
    ],
    logs: span.events.map(({ timeUnixNano, name }) => ({
      timestamp: Number(BigInt(timeUnixNano) / 1000n),
      fields: [tag('event', name)],
    })),
    processID,
  };
}
