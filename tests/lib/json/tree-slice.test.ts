import { describe, expect, test } from 'vitest';
import { treePageSize } from '#lib/contract/raw.ts';
import type { Json } from '#lib/json/json.ts';
import { parseJsonPath } from '#lib/json/json-path.ts';
import { treeOf } from '#lib/json/tree-slice.ts';
import { partsOnPath } from '#lib/json/value-at-path.ts';

const clusters = { '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump', version_info: '1' };
const document: Json = {
  configs: [
    clusters,
    { dynamic_listeners: [{ name: '0.0.0.0_80', active_state: { listener: { port: 80 } } }] },
    { entries: Array.from({ length: 450 }, (_, index) => ({ name: `n${index}` })) },
  ],
};

function tree(path: string, { page = 0, reveal = false } = {}) {
  const { parts } = partsOnPath(document, parseJsonPath(path) ?? []);
  return treeOf(parts, { page, reveal });
}

describe('entries of a part', () => {
  test('come with type, size, title and value', () => {
    expect(tree('configs[0]').slices).toEqual([
      {
        path: 'configs[0]',
        type: 'object',
        childCount: 2,
        byteCount: JSON.stringify(clusters).length,
        page: 0,
        nodes: [
          {
            key: '@type',
            path: 'configs[0].@type',
            type: 'text',
            childCount: 0,
            byteCount: 55,
            value: 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
          },
          {
            key: 'version_info',
            path: 'configs[0].version_info',
            type: 'text',
            childCount: 0,
            byteCount: 3,
            value: '1',
          },
        ],
      },
    ]);
    expect(tree('configs').slices[0]?.nodes.map(({ title }) => title)).toEqual([
      'ClustersConfigDump',
      undefined,
      undefined,
    ]);
  });

  test('come in runs', () => {
    const runs = [0, 1, 2, 3].map((page) => tree('configs[2].entries', { page }).slices[0]?.nodes ?? []);
    expect(runs.map(({ length }) => length)).toEqual([treePageSize, treePageSize, 50, 0]);
    expect(runs[2]?.[0]).toMatchObject({ key: '400', path: 'configs[2].entries[400]', title: 'n400' });
  });

  test('of a long text are cut', () => {
    const { parts } = partsOnPath({ text: 'ä'.repeat(600) }, []);
    const [node] = treeOf(parts, { page: 0, reveal: false }).slices[0]?.nodes ?? [];
    expect(node).toMatchObject({ isCut: true, byteCount: 1202 });
    expect(node?.value).toHaveLength(500);
  });
});

test('revealing a place brings the runs of all above it, each where the next one stands', () => {
  const { path, slices } = tree('configs[2].entries[433].name', { reveal: true });
  expect(path).toBe('configs[2].entries[433].name');
  expect(slices.map((slice) => [slice.path, slice.page, slice.nodes.length])).toEqual([
    ['', 0, 1],
    ['configs', 0, 3],
    ['configs[2]', 0, 1],
    ['configs[2].entries', 2, 50],
    ['configs[2].entries[433]', 0, 1],
  ]);
});

test('the start of a document that is one list shows the list', () => {
  expect(tree('', { reveal: true }).slices.map(({ path }) => path)).toEqual(['', 'configs']);
});

test("Envoy's field names find istiod's", () => {
  const istiods = { configs: [{ dynamicListeners: [{ activeState: 1 }] }] };
  const { last, missing } = partsOnPath(istiods, ['configs', 0, 'dynamic_listeners', 0, 'active_state']);
  expect(missing).toBeUndefined();
  expect(last).toEqual({ steps: ['configs', 0, 'dynamicListeners', 0, 'activeState'], value: 1 });
  expect(partsOnPath(istiods, ['configs', 3]).missing).toBe(3);
  expect(partsOnPath(istiods, ['configs', 'length']).missing).toBe('length');
  expect(partsOnPath(istiods, ['constructor']).missing).toBe('constructor');
});
