import { describe, expect, test } from 'vitest';
import { judgeHealth, type TrafficFigures } from '#server/mesh/health/judge-health.ts';
import { defaultThresholds, type Thresholds } from '#server/mesh/health/thresholds.ts';

const subject = 'from reviews-v2';

test('one failing request in a hundred is degraded', () => {
  expect(judgeHealth({ subject, requestsPerSecond: 100, errorsPerSecond: 1 }).status).toBe('degraded');
});

describe.each<[string, TrafficFigures, string]>([
  ['traffic without errors is healthy', { subject, requestsPerSecond: 5, errorsPerSecond: 0 }, 'healthy'],
  [
    'one failure in a million is degraded',
    { subject, requestsPerSecond: 1e6, errorsPerSecond: 1 },
    'degraded',
  ],
  ['just below a tenth is degraded', { subject, requestsPerSecond: 1000, errorsPerSecond: 99.9 }, 'degraded'],
  ['a tenth is failing', { subject, requestsPerSecond: 10, errorsPerSecond: 1 }, 'failing'],
  [
    'a tenth summed from parts is failing',
    { subject, requestsPerSecond: 3, errorsPerSecond: 0.1 + 0.1 + 0.1 },
    'failing',
  ],
  ['all failing is failing', { subject, requestsPerSecond: 2, errorsPerSecond: 2 }, 'failing'],
  [
    'below a fifth of client errors is healthy',
    { subject, requestsPerSecond: 100, clientErrorsPerSecond: 19.9 },
    'healthy',
  ],
  [
    'a fifth of client errors is degraded',
    { subject, requestsPerSecond: 100, clientErrorsPerSecond: 20 },
    'degraded',
  ],
  [
    'nothing but client errors is degraded, never failing',
    { subject, requestsPerSecond: 9, clientErrorsPerSecond: 9 },
    'degraded',
  ],
  ['a rate of 0 is idle', { subject, requestsPerSecond: 0, errorsPerSecond: 0 }, 'idle'],
  ['no figure at all is unknown', { subject }, 'unknown'],
  ['TCP bytes are healthy', { subject, tcp: { bytesPerSecond: 12 } }, 'healthy'],
  ['an open but silent TCP connection is idle', { subject, tcp: { bytesPerSecond: 0 } }, 'idle'],
  [
    'a slow answer is healthy without a tolerance',
    { subject, requestsPerSecond: 1, responseTimeP95Ms: 60_000 },
    'healthy',
  ],
])('with the default thresholds', (sentence, figures, status) => {
  test(sentence, () => {
    expect(judgeHealth(figures).status).toBe(status);
  });
});

const strict: Thresholds = {
  ...defaultThresholds,
  responseTimeP95Ms: { degradedFrom: 200, failingFrom: 1000 },
  tcp: {
    bytesPerSecond: { degradedBelow: 100, failingBelow: 10 },
    connectionsOpenedPerSecond: { degradedFrom: 50 },
  },
};

describe.each<[string, TrafficFigures, string, string[]]>([
  [
    'a p95 below the tolerance is healthy',
    { subject, requestsPerSecond: 1, responseTimeP95Ms: 199 },
    'healthy',
    [],
  ],
  [
    'a p95 at the tolerance is degraded',
    { subject, requestsPerSecond: 1, responseTimeP95Ms: 200 },
    'degraded',
    ['95 % of requests from reviews-v2 take up to 200 ms, more than the 200 ms configured'],
  ],
  [
    'a p95 far above it is failing',
    { subject, requestsPerSecond: 1, responseTimeP95Ms: 1250.4 },
    'failing',
    ['95 % of requests from reviews-v2 take up to 1250 ms, more than the 1000 ms configured'],
  ],
  ['enough bytes are healthy', { subject, tcp: { bytesPerSecond: 100 } }, 'healthy', []],
  [
    'too few bytes are degraded',
    { subject, tcp: { bytesPerSecond: 99 } },
    'degraded',
    ['TCP traffic from reviews-v2 is 99 B/s, less than the 100 B/s configured'],
  ],
  [
    'hardly any bytes are failing',
    { subject, tcp: { bytesPerSecond: 0 } },
    'failing',
    ['TCP traffic from reviews-v2 is 0 B/s, less than the 10 B/s configured'],
  ],
  [
    'a storm of connections is degraded where no failing limit is set',
    { subject, tcp: { bytesPerSecond: 1e6, connectionsOpenedPerSecond: 900 } },
    'degraded',
    ['900 TCP connections from reviews-v2 are opened a second, more than the 50 configured'],
  ],
])('with configured tolerances', (sentence, figures, status, reasons) => {
  test(sentence, () => {
    const health = judgeHealth(figures, strict);
    expect(health.status).toBe(status);
    expect(health.reasons.map((reason) => reason.text)).toEqual(reasons);
  });
});

test('the reason names share, subject and the responses, most frequent first', () => {
  const evidence = [{ kind: 'series' as const, text: 'sum(rate(istio_requests_total[10m]))' }];
  expect(
    judgeHealth({
      subject,
      requestsPerSecond: 1000,
      errorsPerSecond: 42,
      failures: [
        { code: '503', flags: 'UF', requestsPerSecond: 12 },
        { code: '555', flags: 'FI', requestsPerSecond: 30 },
      ],
      evidence,
    }).reasons,
  ).toEqual([{ text: '4.2 % of requests from reviews-v2 fail: 555 FI, 503 UF', evidence }]);
});

test('a missing response is called so, and a code without a flag stands alone', () => {
  const health = judgeHealth({
    subject: 'to ratings-v1',
    requestsPerSecond: 10,
    errorsPerSecond: 4,
    failures: [
      { code: '0', flags: 'DC', requestsPerSecond: 1 },
      { code: '500', flags: '-', requestsPerSecond: 3 },
    ],
  });
  expect(health.reasons[0]?.text).toBe('40 % of requests to ratings-v1 fail: 500, no response DC');
});

test('failures and client errors are two reasons, the worse one first', () => {
  const health = judgeHealth({
    subject: 'to alpha',
    requestsPerSecond: 10,
    errorsPerSecond: 5,
    clientErrorsPerSecond: 5,
  });
  expect(health).toMatchObject({ status: 'failing' });
  expect(health.reasons.map((reason) => reason.text)).toEqual([
    '50 % of requests to alpha fail',
    "50 % of requests to alpha are refused as the caller's error",
  ]);
});

test('a share that is not 0 does not read as 0', () => {
  const health = judgeHealth({ subject, requestsPerSecond: 100_000, errorsPerSecond: 1 });
  expect(health.reasons[0]?.text).toBe('less than 0.1 % of requests from reviews-v2 fail');
});
