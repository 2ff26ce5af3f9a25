import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketQuantile } from '#server/mesh/proxy/stats/bucket-quantile.ts';
import { foldSamples } from '#server/mesh/proxy/stats/fold-samples.ts';
import { parseExposition } from '#server/mesh/proxy/stats/parse-exposition.ts';

test.each([
  ['envoy_server_live 1', { name: 'envoy_server_live', labels: {}, value: 1 }],
  ['a{b="c",d="e"} 2.5', { name: 'a', labels: { b: 'c', d: 'e' }, value: 2.5 }],
  ['a{b="x\\"y\\\\z\\n"} 1', { name: 'a', labels: { b: 'x"y\\z\n' }, value: 1 }],
  ['a{b="{,}="} 1 1795226520000', { name: 'a', labels: { b: '{,}=' }, value: 1 }],
  ['a{b="c",} 1e3', { name: 'a', labels: { b: 'c' }, value: 1000 }],
  ['a 1 # {trace_id="x"} 0.5', { name: 'a', labels: {}, value: 1 }],
  ['a +Inf', { name: 'a', labels: {}, value: Number.POSITIVE_INFINITY }],
  ['a NaN', { name: 'a', labels: {}, value: Number.NaN }],
])('%s', (line, sample) => {
  expect(parseExposition(line)).toEqual({ samples: [sample], types: new Map(), unread: [] });
});

test.each(['a{b=c} 1', 'a', '1 2', 'a{b="c"', 'a one', '<html>'])('%s is kept as unread', (line) => {
  expect(parseExposition(`x 1\n${line}\ny 2\n`)).toMatchObject({
    samples: [{ name: 'x' }, { name: 'y' }],
    unread: [line],
  });
});

test('the parts of a histogram and of a summary are one statistic each', () => {
  const text = `# TYPE took_ms histogram
took_ms_bucket{c="a",le="10"} 5
took_ms_bucket{c="a",le="20"} 10
took_ms_bucket{c="a",le="+Inf"} 10
took_ms_sum{c="a"} 120
took_ms_count{c="a"} 10
# TYPE pause summary
pause{quantile="0.5"} 3
pause_sum 9
pause_count 3
# TYPE request_count counter
request_count 7
`;
  expect(foldSamples(parseExposition(text))).toEqual([
    {
      name: 'took_ms',
      labels: { c: 'a' },
      type: 'histogram',
      histogram: { count: 10, mean: 12, p50: 10, p90: 18, p99: 19.8 },
    },
    {
      name: 'pause',
      labels: {},
      type: 'summary',
      histogram: { count: 3, mean: 3, p50: 3, p90: undefined, p99: undefined },
    },
    { name: 'request_count', labels: {}, type: 'counter', value: 7 },
  ]);
});

test('a quantile lies between the smallest and the largest bound, and grows with its share', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (counts) => {
      let sum = 0;
      const buckets = counts.map((count, index) => {
        sum += count;
        return { upTo: 2 ** index, count: sum };
      });
      const quantiles = [0, 0.25, 0.5, 0.9, 1].map((share) => bucketQuantile(buckets, share));
      if (sum === 0) expect(new Set(quantiles)).toEqual(new Set([undefined]));
      else {
        const known = quantiles.map((value) => value ?? Number.NaN);
        expect(known).toEqual(known.toSorted((left, right) => left - right));
        expect(known.at(-1)).toBeLessThanOrEqual(2 ** (counts.length - 1));
      }
    }),
  );
});

test('series are read with their labels; comments, empty lines and nonsense are left out', () => {
  const text = [
    '# HELP pilot_xds Number of endpoints connected to this pilot using XDS.',
    'pilot_xds{version="1.31-dev"} 26',
    'pilot_total 1.5e+06 1700000000000',
    'go_info{a="x\\"y\\\\z\\n",b=""} +Inf',
    'quantile NaN',
    'this is no series',
    '',
  ].join('\n');
  expect(parseExposition(text).samples).toEqual([
    { name: 'pilot_xds', labels: { version: '1.31-dev' }, value: 26 },
    { name: 'pilot_total', labels: {}, value: 1_500_000 },
    { name: 'go_info', labels: { a: 'x"y\\z\n', b: '' }, value: Number.POSITIVE_INFINITY },
    { name: 'quantile', labels: {}, value: Number.NaN },
  ]);
});

test('whatever a label says, it is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      (label, value) => {
        const escaped = label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
        // A carriage return or another line end of Unicode within a value does not end a line of the format.
        expect(parseExposition(`m{l="${escaped}"} ${value}`).samples).toEqual([
          { name: 'm', labels: { l: label }, value },
        ]);
      },
    ),
  );
});
