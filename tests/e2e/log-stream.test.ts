import { expect, test } from 'vitest';
import { z } from 'zod';
import { type LogEvent, logEventSchema, logsSchema, requestTraceSchema } from '#lib/contract/logs.ts';
import type { apiStreams } from '#lib/contract/streams.ts';
import { traceSchema } from '#lib/contract/traces.ts';
import { baseUrl } from '#tests/support/base-url.ts';

const samples: Record<keyof typeof apiStreams, string> = {
  '/api/applications/{namespace}/{name}/logs/follow': '/api/applications/bookinfo/reviews/logs/follow',
  '/api/services/{namespace}/{name}/logs/follow': '/api/services/shop/catalog/logs/follow?search=GET',
  '/api/workloads/{namespace}/{name}/logs/follow': '/api/workloads/bookinfo/productpage-v1/logs/follow',
};

/** The events of a stream until there are some of each kind that is waited for; then the client goes. */
async function follow(address: string, kinds: readonly LogEvent['kind'][]): Promise<LogEvent[]> {
  const left = new AbortController();
  const response = await fetch(`${baseUrl()}${address}`, { signal: left.signal });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const events: LogEvent[] = [];
  let text = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const frames = (text + piece).split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data !== undefined) events.push(logEventSchema.parse(JSON.parse(data)));
    }
    if (kinds.every((kind) => events.some((event) => event.kind === kind))) break;
  }
  left.abort();
  return events;
}

for (const [path, address] of Object.entries(samples)) {
  test(`${path} says whom it follows, and sends their lines as they come`, async () => {
    const events = await follow(address, ['container', 'lines']);
    expect(events[0]).toMatchObject({ kind: 'container', state: 'following' });
    const lines = events.flatMap((event) => (event.kind === 'lines' ? event.lines : []));
    expect(lines.length).toBeGreaterThan(0);
  });

  test(`${path} refuses a parameter it does not know, and names it`, async () => {
    const response = await fetch(`${baseUrl()}${new URL(address, 'http://any').pathname}?colour=red`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad_parameter', parameter: 'colour' });
  });
}

test('one request leads from its log line to its trace', async () => {
  const get = async (path: string) => (await fetch(`${baseUrl()}${path}`)).json();
  const logs = z
    .object({ data: logsSchema })
    .parse(await get('/api/workloads/bookinfo/productpage-v1/logs?tail=500'));
  const { lines, joined } = logs.data;
  expect(joined.byRequestId).toBeGreaterThan(0);
  const line = lines.findLast(({ spans }) => spans[0]?.by === 'requestId');
  const requestId = line?.access?.requestId;
  const traceId = line?.spans[0]?.traceId;

  const asked = `around=${line?.atMs}&kind=workload&namespace=bookinfo&name=productpage-v1`;
  const found = z
    .object({ data: requestTraceSchema })
    .parse(await get(`/api/traces/by-request/${requestId}?${asked}`));
  expect(found.data.traceIds).toEqual([traceId]);

  const trace = z.object({ data: traceSchema }).parse(await get(`/api/traces/${traceId}`));
  const ids = trace.data.spans.map(({ attributes }) => attributes['guid:x-request-id']);
  expect(ids).toContain(requestId);
});
