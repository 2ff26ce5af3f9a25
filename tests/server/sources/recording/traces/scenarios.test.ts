import { expect, test } from 'vitest';
import { createRecording } from '#server/sources/recording/recording.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const { traces } = createRecording({ now: () => recordedNowSeconds * 1000 });

/** Each kind of end that the counters have (`model/scenarios.data.ts`) has traces, seen by these proxies. */
const scenarios = [
  {
    is: 'a bot: no route at the gateway',
    service: 'istio-ingressgateway.istio-system',
    code: '404',
    flags: 'NR',
    kinds: ['server'],
  },
  {
    is: 'a redirect',
    service: 'istio-ingressgateway.istio-system',
    code: '301',
    flags: '-',
    kinds: ['server'],
  },
  {
    is: 'a subset without pods',
    service: 'istio-ingressgateway.istio-system',
    code: '503',
    flags: 'UH',
    kinds: ['server'],
  },
  {
    is: 'a timeout of the route',
    service: 'istio-ingressgateway.istio-system',
    code: '504',
    flags: 'UT',
    kinds: ['server'],
  },
  {
    is: 'the receiver of the same',
    service: 'productpage.bookinfo',
    code: '0',
    flags: 'DC',
    kinds: ['server'],
  },
  {
    is: 'retries used up',
    service: 'istio-ingressgateway.istio-system',
    code: '503',
    flags: 'URX',
    kinds: ['server'],
  },
  {
    is: 'the three tries of the same',
    service: 'productpage.bookinfo',
    code: '503',
    flags: '-',
    kinds: ['server', 'server', 'server'],
  },
  { is: 'refused by policy', service: 'productpage.bookinfo', code: '403', flags: '-', kinds: ['server'] },
  { is: 'no valid token', service: 'productpage.bookinfo', code: '401', flags: '-', kinds: ['server'] },
  { is: 'an injected abort', service: 'reviews.bookinfo', code: '555', flags: 'FI', kinds: ['client'] },
  { is: 'an injected delay', service: 'reviews.bookinfo', code: '200', flags: 'DI', kinds: ['client'] },
  { is: 'a subset that no rule has', service: 'beta.broken', code: '503', flags: 'NC', kinds: ['client'] },
  {
    is: 'a proxy without listeners',
    service: 'alpha.broken',
    code: '503',
    flags: 'URX,UF',
    kinds: ['client'],
  },
  {
    is: 'plaintext to STRICT, as its sender saw it',
    service: 'alpha.broken',
    code: '503',
    flags: 'UC',
    kinds: ['client'],
  },
  { is: 'a blocked host', service: 'crawler.external', code: '502', flags: '-', kinds: ['client'] },
  {
    is: 'a failure of the version that an incident hits',
    service: 'reviews.bookinfo',
    code: '500',
    flags: '-',
    kinds: ['server'],
  },
] as const;

test.each(scenarios)('$is', async ({ service, code, flags, kinds }) => {
  const found = await traces?.search({
    service,
    tags: { 'http.status_code': code, response_flags: flags },
    fromMs: (recordedNowSeconds - 29 * 86_400) * 1000,
    // Before what was really recorded.
    toMs: (recordedNowSeconds - 600) * 1000,
    errorsOnly: false,
    limit: 1,
  });
  const trace = await traces?.trace(found?.traces[0]?.traceId ?? '');
  const own = trace?.spans.filter(
    (span) =>
      span.service === service &&
      span.attributes['http.status_code'] === code &&
      span.attributes.response_flags === flags &&
      // The tries of a gateway are spans of their own.
      span.attributes.node_id !== undefined,
  );
  expect(own?.map(({ kind }) => kind)).toEqual(kinds);
});
