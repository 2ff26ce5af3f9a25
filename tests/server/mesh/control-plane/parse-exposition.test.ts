import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExposition } from '#server/mesh/control-plane/parse-exposition.ts';

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
  expect(parseExposition(text)).toEqual([
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
        expect(parseExposition(`m{l="${escaped}"} ${value}`)).toEqual([
          { name: 'm', labels: { l: label }, value },
        ]);
      },
    ),
  );
});
