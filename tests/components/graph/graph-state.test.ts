import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphUrl } from '#components/graph/graph-state.ts';
import { parseSelection, printSelection, selectionKinds } from '#components/graph/selection.ts';
import { decodeUrlState, encodeUrlState, queryText } from '#lib/url-state.ts';

function addressOf(patch: Partial<typeof defaults>): string {
  const values = { ...defaults, ...patch };
  return queryText(encodeUrlState(graphUrl, { values, parameters: new URLSearchParams() }));
}
const defaults = graphUrl.parse({});

test('a page as it opens has a bare address', () => {
  expect(addressOf({})).toBe('');
});

test.each([
  [{ type: 'workload' }, '?type=workload'],
  [{ services: 'false' }, '?services=false'],
  [{ boxes: [] }, '?boxes=none'],
  [{ labels: ['rate', 'p95'] }, '?labels=rate,p95'],
  [{ show: ['badges', 'outOfMesh', 'idle', 'foldRoutes'] }, '?show=badges,outOfMesh,idle,foldRoutes'],
  [{ find: 'errors > 1%' }, '?find=errors+%3E+1%25'],
  [{ view: 'matrix', compare: '1h' }, '?view=matrix&compare=1h'],
  [
    { focus: 'unknown:home', way: 'downstream', depth: 2, only: true },
    '?focus=unknown:home&way=downstream&depth=2&only=true',
  ],
] as const)('%j is written as %s and read back', (patch, address) => {
  const values = { ...defaults, ...structuredClone(patch) };
  const text = queryText(
    encodeUrlState(graphUrl, {
      values: graphUrl.parse({ ...textsOf(address) }),
      parameters: new URLSearchParams(),
    }),
  );
  expect(text).toBe(address);
  expect(decodeUrlState(graphUrl, new URLSearchParams(address)).values).toEqual(values);
});

function textsOf(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address));
}

test('places of dragged nodes survive the address, whatever the id', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z:/@,.-]{1,30}$/),
        fc.record({ x: fc.integer({ min: -9999, max: 9999 }), y: fc.integer({ min: -9999, max: 9999 }) }),
      ),
      (pins) => {
        const values = { ...defaults, pins: { ...pins } };
        const address = encodeUrlState(graphUrl, { values, parameters: new URLSearchParams() });
        expect(decodeUrlState(graphUrl, address).values.pins).toEqual({ ...pins });
      },
    ),
  );
});

test('an address that makes no sense falls back and is named', () => {
  const { values, ignored } = decodeUrlState(
    graphUrl,
    new URLSearchParams('type=pods&depth=99&pins=x&boxes=pod'),
  );
  expect(values).toEqual(defaults);
  expect(ignored.map(({ parameter }) => parameter).sort()).toEqual(['boxes', 'depth', 'pins', 'type']);
});

test('a selection is read back from its text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...selectionKinds), fc.string({ minLength: 1 }), (kind, id) => {
      expect(parseSelection(printSelection({ kind, id }))).toEqual({ kind, id });
    }),
  );
  expect(parseSelection('')).toBeUndefined();
  expect(parseSelection('pod:x')).toBeUndefined();
  expect(printSelection(undefined)).toBe('');
});
