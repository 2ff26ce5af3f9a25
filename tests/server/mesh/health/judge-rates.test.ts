import { describe, expect, test } from 'vitest';
import { judgeHealth } from '#server/mesh/health/judge-health.ts';
import { parseHealthAnnotation } from '#server/mesh/health/tolerances/parse-annotation.ts';
import { thresholdsOf } from '#server/mesh/health/tolerances/thresholds-of.ts';

function thresholds(text: string) {
  const parsed = parseHealthAnnotation(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return thresholdsOf(parsed.tolerance);
}

type Traffic = { direction?: 'inbound' | 'outbound'; protocol?: string; requestCount?: number };

/** Requests by code, a second each. */
function traffic(
  codes: Record<string, number>,
  { direction, protocol = 'http', requestCount = 600 }: Traffic = {},
) {
  const answers = Object.entries(codes).map(([code, requestsPerSecond]) => ({
    code,
    flags: '-',
    requestsPerSecond,
    protocol,
  }));
  return {
    subject: 'to a',
    requestsPerSecond: answers.reduce((sum, one) => sum + one.requestsPerSecond, 0),
    errorsPerSecond: codes['500'] ?? 0,
    answers,
    requestCount,
    ...(direction === undefined ? {} : { direction }),
  };
}

test.each<[string, Record<string, number>, Traffic, string]>([
  ['5XX,0,10,http,inbound', { 200: 100 }, {}, 'healthy'],
  ['5XX,0,10,http,inbound', { 200: 999, 500: 1 }, {}, 'degraded'],
  ['5XX,0,10,http,inbound', { 200: 9, 503: 1 }, {}, 'failing'],
  ['5XX,5,10,http,inbound', { 200: 96, 500: 4 }, {}, 'healthy'],
  ['5XX,5,10,http,inbound', { 200: 95, 500: 5 }, {}, 'degraded'],
  ['5xx,5,10,HTTP,inbound', { 200: 90, 500: 10 }, {}, 'failing'],
  ['404,0,0,http,inbound', { 200: 99, 404: 1 }, {}, 'failing'],
  ['404,0,10,http,inbound', { 500: 100 }, {}, 'healthy'],
  ['5XX,0,10,http,outbound', { 500: 100 }, {}, 'healthy'],
  ['5XX,0,10,http,outbound', { 500: 100 }, { direction: 'outbound' }, 'failing'],
  ['5XX,0,10,http,.*', { 14: 100 }, { protocol: 'grpc' }, 'healthy'],
  ['14,0,10,grpc,.*', { 0: 99, 14: 1 }, { protocol: 'grpc' }, 'degraded'],
  ['-,0,10,http,inbound', { 200: 9, '-': 1 }, {}, 'failing'],
  ['4XX,10,50,http,inbound;5XX,50,90,http,inbound', { 200: 4, 404: 1, 500: 5 }, {}, 'degraded'],
])('%s, answers %j: %s', (text, codes, how, status) => {
  expect(judgeHealth(traffic(codes, how), thresholds(text)).status).toBe(status);
});

test('the reason names the tolerance and the codes', () => {
  expect(judgeHealth(traffic({ 200: 9, 404: 1 }), thresholds('404,5,20,http,inbound')).reasons[0]?.text).toBe(
    '10 % of requests to a have a code that is tolerated less (404, http, inbound: degraded from 5 %, failing from 20 %): 404',
  );
});

describe('a minimum of requests', () => {
  const ten = (requestCount: number) =>
    judgeHealth(traffic({ 500: 1 }, { requestCount }), thresholds('minimum,10')).status;

  test('leaves fewer unjudged, and only those', () => {
    expect([ten(9), ten(10)]).toEqual(['healthy', 'failing']);
  });

  test('holds for response times too', () => {
    const slow = (requestCount: number) => ({
      ...traffic({ 200: 1 }, { requestCount }),
      responseTimeP95Ms: 900,
    });
    const limit = thresholds('p95,500;minimum,10');
    expect([judgeHealth(slow(9), limit).status, judgeHealth(slow(10), limit).status]).toEqual([
      'healthy',
      'degraded',
    ]);
  });
});
