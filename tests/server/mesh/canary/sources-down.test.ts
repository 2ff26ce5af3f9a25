import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canariesSchema } from '#lib/contract/canaries.ts';
import { canaryDetailSchema } from '#lib/contract/canary-detail.ts';
import { gateModes, gateVerdictSchema } from '#lib/contract/canary-gate.ts';
import { warningSchema } from '#lib/contract/envelope.ts';
import { askSources } from '#tests/support/ask-sources.ts';
import { refusals, type SourceName, sourceNames, sourcesDown } from '#tests/support/sources-down.ts';

const none: readonly SourceName[] = [];
const singles = sourceNames.map((name) => [name] as const);
const pairs = sourceNames.flatMap((one, index) =>
  sourceNames.slice(index + 1).map((other) => [one, other] as const),
);
const outages: readonly (readonly SourceName[])[] = [none, ...singles, ...pairs];

const listRoute = '/api/canaries';
const pageRoute = '/api/canaries/{kind}/{namespace}/{name}/{route}';
const gateRoute = `${pageRoute}/verdict`;
/** As configured, but for the proxy of checkout, which is stale. */
const catalog = '/api/canaries/httproute/shop/catalog-mesh/1';
/** As configured, where access logs tell the requests of other rules apart. */
const reviews = '/api/canaries/virtualservice/bookinfo/reviews/split';

async function read<Data extends z.ZodType>(response: Response, schema: Data) {
  expect(response.status, await response.clone().text()).toBe(200);
  return z.object({ data: schema, warnings: z.array(warningSchema) }).parse(await response.json());
}

test('every source is down alone and with every other one', () => {
  expect([singles.length, pairs.length]).toEqual([5, 10]);
});

describe.each(outages.map((down) => ({ down, name: down.join(' and ') || 'nothing' })))(
  'with $name down',
  ({ down }) => {
    const sources = sourcesDown(down);
    const isDown = (name: SourceName) => down.includes(name);
    const ask = (route: string, address: string) =>
      askSources(sources, route, `${address}${address.includes('?') ? '&' : '?'}range=1h`);

    if (isDown('objects'))
      test('nothing is known, and the cluster is named', async () => {
        for (const [route, address] of [
          [listRoute, listRoute],
          [pageRoute, catalog],
          [gateRoute, `${reviews}/verdict`],
        ] as const) {
          const response = await ask(route, address);
          expect(response.status).toBe(503);
          expect(await response.json()).toMatchObject({ detail: refusals.objects });
        }
      });

    if (isDown('metrics') && !isDown('objects'))
      test('the list has every rule, none judged', async () => {
        const { data, warnings } = await read(await ask(listRoute, listRoute), canariesSchema);
        expect(data.items.length).toBeGreaterThan(3);
        for (const item of data.items) {
          expect(item.verdict).toEqual({ status: 'unobserved', text: refusals.metrics });
          expect(item.summary).toContain('Prometheus');
          expect(item.requestCount).toBeUndefined();
          expect(item.versions.filter(({ observed }) => observed !== undefined)).toEqual([]);
        }
        expect(warnings.find(({ source }) => source === 'prometheus')?.message).toContain(refusals.metrics);
      });

    if (isDown('metrics') && !isDown('objects'))
      test('the page compares what proxies hold', async () => {
        const { data, warnings } = await read(await ask(pageRoute, catalog), canaryDetailSchema);
        expect([data.verdict.status, data.unobserved, data.requestCount]).toEqual([
          'unobserved',
          refusals.metrics,
          undefined,
        ]);
        expect(data.versions.map(({ share }) => share)).toEqual([0.75, 0.25]);
        expect(new Set(data.sources.map(({ verdict }) => verdict.status))).toEqual(new Set(['unobserved']));
        expect(data.sources.some(({ requestCount }) => requestCount !== undefined)).toBe(false);
        const checkout = data.sources.find(({ workload }) => workload === 'checkout');
        if (isDown('envoy')) {
          expect(checkout?.proxies.map(({ unanswered }) => unanswered)).toEqual([refusals.envoy]);
          expect(data.causes).toEqual([]);
          const said = warnings.filter(({ source }) => source === 'envoy').map(({ message }) => message);
          expect(said.join(' ')).toContain(refusals.envoy);
        } else {
          expect(data.sources[0]).toBe(checkout);
          expect(checkout?.inEnvoy).toEqual([0.5, 0.5]);
          expect(data.summary).toContain('shop/checkout');
          const id = isDown('istiod') ? 'other-weights-in-envoy' : 'stale-proxy';
          expect(data.causes.map((cause) => [cause.id, cause.sources])).toEqual([[id, ['shop/checkout']]]);
        }
      });

    if (!isDown('metrics') && !isDown('objects'))
      test('requests are judged as ever', async () => {
        const { data } = await read(await ask(pageRoute, catalog), canaryDetailSchema);
        expect([data.verdict.status, data.unobserved]).toEqual([
          // Without access logs requests of other rules to the versions cannot be told apart.
          isDown('logs') ? 'mixed' : 'mismatch',
          undefined,
        ]);
        expect(data.requestCount).toBeGreaterThan(1000);
      });

    test.each(gateModes)('a gate with fail=%s does not pass for lack of data', async (fail) => {
      const response = await ask(gateRoute, `${reviews}/verdict`.concat(`?check=split&fail=${fail}`));
      const passes = response.status === 200;
      if (isDown('metrics') || isDown('objects')) {
        expect(response.status).toBe(503);
        const { detail } = await response.json();
        expect(detail).toBe(isDown('objects') ? refusals.objects : refusals.metrics);
      } else if (isDown('logs')) {
        // The requests of other rules cannot be told apart: not decided.
        expect(response.status).toBe(fail === 'undecided' ? 409 : 200);
        if (passes) expect((await read(response, gateVerdictSchema)).data.exitCode).toBe(2);
      } else {
        expect((await read(response, gateVerdictSchema)).data.exitCode).toBe(0);
      }
    });

    test.each(gateModes)('a gate of a mismatch with fail=%s stays closed', async (fail) => {
      const response = await ask(gateRoute, `${catalog}/verdict?fail=${fail}`);
      if (isDown('metrics') || isDown('objects')) expect(response.status).toBe(503);
      else if (fail !== 'never') expect(response.status).toBe(409);
      else expect((await read(response, gateVerdictSchema)).data.exitCode).toBe(1);
    });
  },
);
