import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ObjectManifest } from '#lib/contract/object-manifest.ts';
import { parseJsonPath } from '#lib/json/json-path.ts';
import { findPlace } from '#lib/manifest/find-place.ts';
import { configKinds } from '#lib/objects/config-kinds.ts';
import { writeManifest } from '#server/mesh/objects/write-manifest.ts';
import { textAt } from '#server/mesh/proxy/json/json.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

/** Every path of a value, lists and fields alike. */
function pathsOf(value: unknown, path: string): string[] {
  const below = Array.isArray(value)
    ? value.map((item, index) => [item, `${path}[${index}]`] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, inner]) => [inner, join(path, key)] as const)
      : [];
  return below.flatMap(([inner, at]) => [at, ...pathsOf(inner, at)]);
}

function join(path: string, key: string): string {
  if (/[.[\]"\\]/.test(key) || key === '') return `${path}["${key.replace(/["\\]/g, '\\$&')}"]`;
  return path === '' ? key : `${path}.${key}`;
}

/** What is wrong with the places of a manifest: a field whose first line lacks its key, or that is not inside its parent. */
function wrongPlaces({ yaml, places }: ObjectManifest): string[] {
  const lines = yaml.split('\n');
  return places.flatMap(({ path, from, to }) => {
    const steps = parseJsonPath(path) ?? [];
    const last = steps.at(-1);
    const text = lines[from - 1] ?? '';
    const isThere = typeof last === 'number' ? /^\s*- ?/.test(text) : text.includes(`${last}`);
    const parent = places.find((one) => one.path === parentOf(path));
    const isInside = parent === undefined || (parent.from <= from && to <= parent.to);
    return isThere && isInside && from <= to && to <= lines.length ? [] : [`${path}: ${from}-${to}`];
  });
}

function parentOf(path: string): string {
  return path.replace(/(\.[^.[\]]+|\[[^\]]*\])$/, '');
}

test('every field of every recorded object has its lines, and its text is the object', async () => {
  const { objects } = await recordedSnapshot();
  let [read, found] = [0, 0];
  for (const kind of configKinds)
    for (const object of objects[kind]) {
      const manifest = writeManifest(kind, object);
      const value: unknown = parse(manifest.yaml);
      const paths = pathsOf(value, '');
      read += 1;
      found += paths.length;
      expect(manifest.places.map(({ path }) => path)).toEqual(paths);
      expect(wrongPlaces(manifest)).toEqual([]);
      expect(paths.every((path) => findPlace(manifest.places, path).isExact)).toBe(true);
      expect(textAt(value, 'metadata', 'name')).toBe(object.metadata.name);
      expect(manifest.yaml).not.toMatch(/managedFields|resourceVersion|last-applied-configuration|: \[\]/);
    }
  console.log(`manifests: ${read} objects, ${found} fields placed, 0 missing`);
  expect(read).toBeGreaterThan(60);
  expect(found).toBeGreaterThan(1700);
});

describe('a made object', () => {
  const made = (spec: object, metadata = {}) => {
    const { objects } = objectsSnapshot([
      { kind: 'WasmPlugin', namespace: 'shop', name: 'one', spec, ...metadata },
    ]);
    const [object] = objects.WasmPlugin;
    if (object === undefined) throw new Error('there is one');
    return writeManifest('WasmPlugin', object);
  };

  test('stands in the order and with the indentation of kubectl', () => {
    expect(
      made(
        { url: 'oci://x', phase: 'AUTHN', targetRefs: [{ name: 'g', kind: 'Gateway' }] },
        { labels: { on: 'yes' }, creationTimestamp: '2026-01-01T00:00:00Z' },
      ).yaml,
    ).toBe(`apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata:
  creationTimestamp: "2026-01-01T00:00:00Z"
  labels:
    "on": "yes"
  name: one
  namespace: shop
spec:
  phase: AUTHN
  targetRefs:
  - kind: Gateway
    name: g
  url: oci://x
`);
  });

  test('has its secrets taken out, and says which', () => {
    const { yaml, redacted } = made({
      url: 'oci://x',
      vmConfig: {
        env: [
          { name: 'API_TOKEN', value: 'hush-1' },
          { name: 'REGION', value: 'north' },
        ],
      },
      pluginConfig: { client_secret: 'hush-2', headers: { request: { set: { authorization: 'hush-3' } } } },
      key: '-----BEGIN PRIVATE KEY-----\nhush-4\n-----END PRIVATE KEY-----',
    });
    expect(yaml).not.toContain('hush');
    expect(yaml).toContain('north');
    expect(redacted.sort()).toEqual([
      'spec.key',
      'spec.pluginConfig.client_secret',
      'spec.pluginConfig.headers.request.set.authorization',
      'spec.vmConfig.env[0].value',
    ]);
  });

  test('of any content has every field placed', () => {
    const key = fc.stringMatching(/^[A-Za-z][\w./-]{0,12}$/);
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant('a\nb: c\n'),
      fc.constant('- x'),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), (config) => {
        const manifest = made({ url: 'x', pluginConfig: config });
        const paths = pathsOf(parse(manifest.yaml), '');
        expect(manifest.places.map(({ path }) => path)).toEqual(paths);
        expect(wrongPlaces(manifest)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
