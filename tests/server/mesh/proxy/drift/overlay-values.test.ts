import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf } from '#server/mesh/proxy/drift/diff/changes-of.ts';
import { differenceLines } from '#server/mesh/proxy/drift/diff/difference-lines.ts';
import { overlayOf } from '#server/mesh/proxy/drift/diff/overlay-values.ts';
import type { Json } from '#server/mesh/proxy/json/json.ts';

const changes = (left: Json, right: Json) =>
  changesOf(overlayOf(left, right)).map((change) => [change.path, change.left, change.right]);

describe('means the same', () => {
  test.each<[string, Json, Json]>([
    ['fields in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['names of fields with digits', { consecutive5xx: 5 }, { consecutive_5xx: 5 }],
    ['durations', { timeout: '10s', idle: '0.5s' }, { timeout: '10.000s', idle: '0.500s' }],
    ['64-bit numbers as text', { max: '1024' }, { max: 1024 }],
    ['domains in another order', { domains: ['a', 'b'] }, { domains: ['b', 'a'] }],
    [
      'virtual hosts in another order',
      { virtual_hosts: [{ name: 'a' }, { name: 'b' }] },
      { virtual_hosts: [{ name: 'b' }, { name: 'a' }] },
    ],
    [
      'filter chains in another order',
      { filter_chains: [{ name: 'x', filter_chain_match: { destination_port: 1 } }, { name: 'x' }] },
      { filter_chains: [{ name: 'x' }, { name: 'x', filter_chain_match: { destination_port: 1 } }] },
    ],
    [
      'what Envoy fills into endpoints',
      { endpoint: {} },
      {
        endpoint: { health_check_config: {} },
        health_status: 'HEALTHY',
        policy: { overprovisioning_factor: 140 },
      },
    ],
    [
      'a message wrapped twice',
      { config: { '@type': 'type.googleapis.com/google.protobuf.Any', value: { '@type': 'x.Y', a: 1 } } },
      { config: { '@type': 'x.Y', a: 1 } },
    ],
  ])('%s', (_, left, right) => {
    expect(changes(left, right)).toEqual([]);
    expect(changes(right, left)).toEqual([]);
  });
});

describe('differs', () => {
  test.each<[string, Json, Json, unknown[]]>([
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [['a.b', 1, 2]]],
    ['a field that only one side has', { a: 1 }, {}, [['a', 1, undefined]]],
    ['a field that is null', { a: null }, {}, [['a', null, undefined]]],
    [
      'a wrapped zero, which is not the same as nothing',
      {},
      { timeout: '0s' },
      [['timeout', undefined, '0s']],
    ],
    [
      'a key with dots',
      { typed_per_filter_config: { 'envoy.filters.http.fault': { a: 1 } } },
      { typed_per_filter_config: { 'envoy.filters.http.fault': { a: 2 } } },
      [['typed_per_filter_config["envoy.filters.http.fault"].a', 1, 2]],
    ],
    [
      'the order of routes',
      { routes: [{ a: 1 }, { a: 2 }] },
      { routes: [{ a: 2 }, { a: 1 }] },
      [
        ['routes[1]', undefined, { a: 1 }],
        ['routes[0]', { a: 1 }, undefined],
      ],
    ],
    [
      'a weight, by the place it has in the proxy',
      {
        clusters: [
          { name: 'v1', weight: 3 },
          { name: 'v2', weight: 1 },
        ],
      },
      {
        clusters: [
          { name: 'v2', weight: 1 },
          { name: 'v1', weight: 1 },
        ],
      },
      [['clusters[1].weight', 3, 1]],
    ],
    [
      'a route put between others',
      { routes: ['a', 'b'] },
      { routes: ['a', 'x', 'b'] },
      [['routes[1]', undefined, 'x']],
    ],
    [
      'an endpoint of a locality',
      {
        endpoints: [
          {
            locality: { zone: 'a' },
            lb_endpoints: [{ endpoint: { address: 1 } }, { endpoint: { address: 2 } }],
          },
        ],
      },
      { endpoints: [{ locality: { zone: 'a' }, lb_endpoints: [{ endpoint: { address: 2 } }] }] },
      [['endpoints[0].lb_endpoints[0]', { endpoint: { address: 1 } }, undefined]],
    ],
  ])('%s', (_, left, right, expected) => {
    expect(changes(left, right)).toEqual(expected);
  });
});

const key = fc.stringMatching(/^[a-z]{1,6}$/).filter((name) => !['policy'].includes(name));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 1, max: 9 }),
    fc.boolean(),
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('a value is the same as itself, and as itself with its fields in another order', () => {
  const reversed = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, entry]) => [name, reversed(entry)]),
    );
  };
  fc.assert(
    fc.property(json, (value) => {
      expect(changes(value, reversed(value))).toEqual([]);
    }),
  );
});

test('both directions find the same number of changes, and lines show them', () => {
  fc.assert(
    fc.property(json, json, (left, right) => {
      const there = changes(left, right);
      expect(changes(right, left)).toHaveLength(there.length);
      const marks = differenceLines(overlayOf(left, right)).map(({ mark }) => mark);
      expect(marks.some((mark) => mark === 'left' || mark === 'right')).toBe(there.length > 0);
    }),
  );
});

test('a field that is planted somewhere is found there, and nothing else', () => {
  fc.assert(
    fc.property(fc.dictionary(key, json, { minKeys: 1 }), fc.nat(), (object, pick) => {
      const names = Object.keys(object);
      const name = names[pick % names.length] ?? '';
      expect(changes(object, { ...object, [name]: 'PLANTED' }).map(([path]) => path)).toEqual([name]);
    }),
  );
});

test('what is alike around a change is folded, names stay', () => {
  const route = (weight: number): Json => ({
    name: '8080',
    virtual_hosts: [
      { name: 'other', domains: ['o'] },
      { name: 'catalog', routes: [{ route: { weight, timeout: '0s' } }] },
    ],
  });
  expect(
    differenceLines(overlayOf(route(3), route(1))).map(({ mark, text }) => `${mark} ${text.trim()}`),
  ).toEqual([
    'same {',
    'same "name": "8080",',
    'same "virtual_hosts": [',
    'fold … 1 entry alike',
    'same {',
    'same "name": "catalog",',
    'same "routes": [',
    'same {',
    'same "route": {',
    'right "weight": 1,',
    'left "weight": 3,',
    'fold … 1 field alike',
    'same },',
    'same },',
    'same ],',
    'same },',
    'same ],',
    'same }',
  ]);
});
