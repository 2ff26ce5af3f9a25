import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseHealthAnnotation,
  parseRateAnnotation,
} from '#server/mesh/health/tolerances/parse-annotation.ts';

test('Kiali’s annotation is read field by field', () => {
  expect(parseRateAnnotation('400,10,20,http,inbound;5XX,0,10,.*,.*')).toEqual({
    tolerance: {
      rates: [
        { code: '400', degradedPercent: 10, failingPercent: 20, protocol: 'http', direction: 'inbound' },
        { code: '5XX', degradedPercent: 0, failingPercent: 10, protocol: '.*', direction: '.*' },
      ],
    },
  });
});

test.each<[string, RegExp]>([
  ['', /it says nothing/],
  ['5XX', /"5XX" is not "code,degraded,failure,protocol,direction"/],
  ['5XX,1,2,http', /"5XX,1,2,http" is not/],
  ['5XX,1,2,http,inbound,more', /is not/],
  ['5XX,,2,http,inbound', /is not/],
  ['5XX,some,2,http,inbound', /a limit that is no number/],
  ['5XX,20,10,http,inbound', /degradedPercent is above failingPercent/],
  ['5XX,1,200,http,inbound', /rates.0.failingPercent/],
  ['5(XX,1,2,http,inbound', /is not a regular expression/],
])('a wrong one is not read: %j', (text, problem) => {
  const parsed = parseRateAnnotation(text);
  expect('problem' in parsed ? parsed.problem : 'read').toMatch(problem);
});

test.each<[string, unknown]>([
  [
    '{"failedPercent":{"degradedAbove":1,"failingFrom":5}}',
    { failedPercent: { degradedAbove: 1, failingFrom: 5 } },
  ],
  ['p95,500', { p95Ms: { degradedFrom: 500 } }],
  ['p95,500,2000;minimum,20', { p95Ms: { degradedFrom: 500, failingFrom: 2000 }, minimumRequests: 20 }],
  [
    '404,50,80,http,inbound; minimum,5',
    {
      rates: [
        { code: '404', degradedPercent: 50, failingPercent: 80, protocol: 'http', direction: 'inbound' },
      ],
      minimumRequests: 5,
    },
  ],
])('Vigla’s own is read: %s', (text, tolerance) => {
  expect(parseHealthAnnotation(text)).toEqual({ tolerance });
});

test.each<[string, RegExp]>([
  ['{', /not JSON/],
  ['{}', /says nothing/],
  ['{"colour":"red"}', /colour/],
  ['p95,fast', /p95Ms.degradedFrom/],
  ['minimum', /minimumRequests/],
])('a wrong one of Vigla is not read: %j', (text, problem) => {
  const parsed = parseHealthAnnotation(text);
  expect('problem' in parsed ? parsed.problem : 'read').toMatch(problem);
});

test('whatever somebody writes is read or has a problem, and what is read has limits in order', () => {
  const field = fc.oneof(
    fc.constantFrom('5XX', '4XX', '-', '.*', 'http', 'p95', 'minimum', '(', ''),
    fc.string(),
    fc.double(),
  );
  const text = fc
    .array(fc.array(field, { maxLength: 6 }), { maxLength: 4 })
    .map((parts) => parts.map((part) => part.join(',')).join(';'));
  fc.assert(
    fc.property(fc.oneof(text, fc.string(), fc.json()), (written) => {
      for (const parse of [parseRateAnnotation, parseHealthAnnotation]) {
        const parsed = parse(written);
        if ('problem' in parsed) expect(parsed.problem).not.toBe('');
        else
          for (const { degradedPercent, failingPercent } of parsed.tolerance.rates ?? [])
            expect(degradedPercent).toBeLessThanOrEqual(failingPercent);
      }
    }),
  );
});
