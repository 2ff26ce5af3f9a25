import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { objectKinds } from '#lib/objects/kinds.ts';
import { rightInWords, rightsOf, rulesOf } from '#tests/support/chart-rights.ts';
import { installHelm } from '#tests/support/helm-program.ts';
import { chartFolder, renderChart } from '#tests/support/rendered-chart.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'rbac.md'), 'utf8');
const { rbac } = z
  .looseObject({ rbac: z.looseObject({ features: z.record(z.string(), z.boolean()) }) })
  .parse(parse(readFileSync(join(chartFolder, 'values.yaml'), 'utf8')));
const features = Object.keys(rbac.features);

type Row = { feature: string; isDefault: boolean; rights: string[] };

/** The table of docs/rbac.md. */
const rows: Row[] = page
  .split('\n')
  .filter((line) => /^\| (always|`\w+`) \|/.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, feature = '', standard, where = '', group = '', resources = '', verbs = '', why = ''] = cells;
    expect(why, line).not.toBe('');
    const coded = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
    const [names = ''] = resources.split(', only');
    return {
      feature: feature.replaceAll('`', ''),
      isDefault: standard === 'on',
      rights: coded(names).flatMap((resource) =>
        coded(verbs).map((verb) => rightInWords({ where, group: coded(group)[0] ?? '', resource, verb })),
      ),
    };
  });

function documented(isWanted: (row: Row) => boolean): string[] {
  return [...new Set(rows.filter(isWanted).flatMap(({ rights }) => rights))].sort();
}

async function rightsWith(on: readonly string[]): Promise<string[]> {
  const values = Object.fromEntries(features.map((feature) => [feature, on.includes(feature)]));
  return rightsOf(await renderChart({ rbac: { features: values } }));
}

beforeAll(async () => {
  await installHelm();
}, 600_000);

test('docs/rbac.md has every feature of the chart, with its default', () => {
  const told = new Map(rows.map(({ feature, isDefault }) => [feature, isDefault]));
  told.delete('always');
  expect(Object.fromEntries(told)).toEqual(rbac.features);
});

test('with every feature off and on its own, the chart gives what docs/rbac.md says', async () => {
  expect(await rightsWith([])).toEqual(documented(({ feature }) => feature === 'always'));
  for (const one of features) {
    const wanted = documented(({ feature }) => feature === 'always' || feature === one);
    expect(await rightsWith([one]), one).toEqual(wanted);
  }
});

test('with the defaults and with all it gives what docs/rbac.md says', async () => {
  expect(rightsOf(await renderChart())).toEqual(documented(({ isDefault }) => isDefault));
  const all = await rightsWith(features);
  expect(all).toEqual(documented(() => true));
  console.log(`${features.length} features, ${all.length} rights, ${rows.length} rows`);
});

test('no right has a star, reads Secrets but remote ones where that is asked for, or changes an object', async () => {
  const all = await rightsWith(features);
  expect(all.filter((right) => right.includes('secret'))).toEqual(['root namespace: list secrets']);
  expect(rightsOf(await renderChart()).filter((right) => right.includes('secret'))).toEqual([]);
  expect(all.filter((right) => /\*|exec|attach|ephemeral|escalate|bind\b/.test(right))).toEqual([]);
  expect(all.filter((right) => !/: (get|list|watch) /.test(right))).toEqual([
    'everywhere: create authorization.k8s.io subjectaccessreviews',
    'everywhere: create pods/portforward',
    'everywhere: create services/proxy',
    'everywhere: impersonate groups',
    'everywhere: impersonate users',
    'root namespace: create pods/portforward',
  ]);
});

test('every kind of object that Vigla reads may be read, and no other', async () => {
  const kinds = Object.values(objectKinds).filter(({ kind }) => kind !== 'ConfigMap');
  const wanted = kinds.flatMap(({ group, plural }) =>
    ['get', 'list', 'watch'].map((verb) =>
      rightInWords({ where: 'everywhere', group, resource: plural, verb }),
    ),
  );
  const given = (await rightsWith([])).filter((right) => right.startsWith('everywhere'));
  expect(given).toEqual([...new Set(wanted)].sort());
});

test('of ConfigMaps only those of Istio, of each revision, may be read', async () => {
  const [rule] = rulesOf(await renderChart({ rbac: { revisions: ['canary'] } }), 'Role');
  expect(rule).toMatchObject({
    resources: ['configmaps'],
    resourceNames: ['istio', 'istio-sidecar-injector', 'istio-canary', 'istio-sidecar-injector-canary'],
  });
});
