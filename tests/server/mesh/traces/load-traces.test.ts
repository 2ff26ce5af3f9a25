import { describe, expect, test } from 'vitest';
import { type TraceSummary, tracesQuery, tracesSchema } from '#lib/contract/traces.ts';
import { ViglaError } from '#server/errors.ts';
import { loadTraces } from '#server/mesh/traces/load-traces.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { endSeconds } from '#tests/support/telemetry.ts';
import { nothingFound, traceContext } from '#tests/support/trace-context.ts';

const trace: TraceSummary = {
  traceId: 'ab',
  rootService: 'web.shop',
  rootOperation: 'GET /',
  startMs: 1,
  durationMs: 2,
  spanCount: 3,
  errorSpanCount: 0,
  services: [],
};

test('a search asks the store for the window, with everything that was asked', async () => {
  const context = traceContext({
    services: ['web.shop', 'cart.shop'],
    search: async () => ({
      ...nothingFound,
      traces: [trace],
      isCut: true,
      asked: '{ a }',
      link: 'https://jaeger',
    }),
  });
  const query = tracesQuery.parse({
    service: 'web.shop',
    operation: 'GET /',
    range: '1h',
    minDurationMs: '5',
    tags: 'http.status_code=503 error=true',
    limit: '20',
  });
  const { data, warnings } = await loadTraces(query, context);
  expect(context.searches).toEqual([
    {
      service: 'web.shop',
      operation: 'GET /',
      tags: { 'http.status_code': '503' },
      errorsOnly: true,
      fromMs: (endSeconds - 3600) * 1000,
      toMs: endSeconds * 1000,
      minDurationMs: 5,
      maxDurationMs: undefined,
      limit: 20,
    },
  ]);
  expect(tracesSchema.parse(data)).toEqual({
    traces: [trace],
    isCut: true,
    asked: '{ a }',
    link: 'https://jaeger',
    services: ['cart.shop', 'web.shop'],
  });
  expect(warnings).toEqual([]);
});

describe('without a trace store', () => {
  test('the list is empty, and the setting that is missing is named', async () => {
    expect(await loadTraces(tracesQuery.parse({}), graphContext())).toEqual({
      data: { traces: [], isCut: false, services: [], asked: '' },
      warnings: [
        {
          code: 'traces_not_configured',
          source: 'traces',
          message:
            'No trace store is configured. Set TRACING_URL to the address of Jaeger or Tempo to see traces.',
        },
      ],
    });
  });
});

test('what the store could not do stands beside what it found', async () => {
  const context = traceContext({
    services: new Error('no names today'),
    search: async () => ({ ...nothingFound, warnings: ['Only a part was searched.'] }),
  });
  const { warnings } = await loadTraces(tracesQuery.parse({}), context);
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    ['traces_incomplete', 'Only a part was searched.'],
    ['trace_services_missing', "The names of the store's services could not be read: no names today"],
  ]);
});

test('a store that cannot search at all is told in its own words', async () => {
  const failure = new ViglaError('source_unreachable', 'The trace store could not be reached.');
  const context = traceContext({ search: () => Promise.reject(failure) });
  await expect(loadTraces(tracesQuery.parse({}), context)).rejects.toBe(failure);
});

test.each([
  [{ minDurationMs: '10', maxDurationMs: '5' }, 'minDurationMs'],
  [{ tags: 'nonsense' }, 'tags'],
])('%j is refused, the parameter named', async (given, parameter) => {
  await expect(loadTraces(tracesQuery.parse(given), traceContext())).rejects.toMatchObject({
    code: 'bad_parameter',
    parameter,
  });
});
