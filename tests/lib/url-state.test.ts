import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { urlFlag, urlInteger, urlText, urlTexts, urlWord, urlWords } from '#lib/url-parameters.ts';
import { decodeUrlState, encodeUrlState, queryText } from '#lib/url-state.ts';

const schema = z.object({
  type: urlWord(['app', 'workload', 'service'], 'app'),
  labels: urlWords(['rate', 'errors', 'split'], ['rate', 'errors']),
  find: urlText(),
  idle: urlFlag(false),
  depth: urlInteger({ min: 1, max: 10, byDefault: 1 }),
  names: urlTexts(),
});

const defaults = { type: 'app', labels: ['rate', 'errors'], find: '', idle: false, depth: 1, names: [] };

test('an address that says nothing means the defaults', () => {
  expect(decodeUrlState(schema, new URLSearchParams('other=1'))).toEqual({ values: defaults, ignored: [] });
});

test('values are read from their parameters', () => {
  const address = 'type=service&labels=split,rate&find=errors+%3E+1%25&idle=true&depth=3&names=b,a';
  expect(decodeUrlState(schema, new URLSearchParams(address)).values).toEqual({
    type: 'service',
    labels: ['rate', 'split'],
    find: 'errors > 1%',
    idle: true,
    depth: 3,
    names: ['b', 'a'],
  });
});

test('what makes no sense is named and the rest still counts', () => {
  const { values, ignored } = decodeUrlState(
    schema,
    new URLSearchParams('type=pod&depth=99&labels=rate,heat&idle=true'),
  );
  expect(values).toEqual({ ...defaults, idle: true });
  expect(ignored.map(({ parameter }) => parameter)).toEqual(['type', 'labels', 'depth']);
  expect(ignored[1]?.message).toBe('"heat" is none of rate, errors, split');
});

test('defaults are left out and the parameters of others stay', () => {
  const parameters = new URLSearchParams('from=now-15m&idle=true&depth=4');
  const values = { ...decodeUrlState(schema, parameters).values, idle: false, labels: [] };
  expect(encodeUrlState(schema, { values, parameters }).toString()).toBe('from=now-15m&depth=4&labels=none');
});

test('an address stays readable', () => {
  expect(queryText(new URLSearchParams({ namespaces: 'a,b', selected: 'node:x/y z' }))).toBe(
    '?namespaces=a,b&selected=node:x/y+z',
  );
  expect(queryText(new URLSearchParams())).toBe('');
});

test('every state survives the way into the address and back', () => {
  const state = fc.record({
    type: fc.constantFrom('app' as const, 'workload' as const, 'service' as const),
    labels: fc.subarray(['rate' as const, 'errors' as const, 'split' as const]),
    find: fc.string(),
    idle: fc.boolean(),
    depth: fc.integer({ min: 1, max: 10 }),
    names: fc.array(fc.stringMatching(/^[a-z]{1,5}$/)),
  });
  fc.assert(
    fc.property(state, (values) => {
      const text = queryText(encodeUrlState(schema, { values, parameters: new URLSearchParams() }));
      expect(decodeUrlState(schema, new URLSearchParams(text))).toEqual({ values, ignored: [] });
    }),
  );
});
