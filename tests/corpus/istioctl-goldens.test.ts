import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { redact } from '#lib/redact/redact.ts';
import { withEnvoyFieldNames } from '#server/mesh/proxy/dump/envoy-field-names.ts';
import { openDump } from '#server/mesh/proxy/dump/open-dump.ts';
import { isObject, type Json, type JsonObject, objectsAt } from '#server/mesh/proxy/json/json.ts';
import { routeDomains } from '#server/mesh/proxy/sections/routes/route-domains.ts';
import { corpus } from '#tests/support/corpus-folder.ts';
import { compareTable, kindOf } from './istioctl/compare-tables.ts';
import { type Case, readCases } from './istioctl/read-cases.ts';
import { readTables, type Table } from './istioctl/read-table.ts';
import { TableCounts } from './istioctl/table-counts.ts';
import { versionLines } from './istioctl/version-lines.ts';

const { folder, whyMissing } = corpus('istioctl-goldens');
if (whyMissing !== undefined) console.log(`corpus istioctl-goldens: skipped, ${whyMissing}`);
const cases = whyMissing === undefined ? readCases(folder) : [];
/** When the files were made: what they call invalid had expired. */
const nowMs = Date.parse('2026-08-22T00:00:00Z');

function read(file: string | undefined): Buffer {
  return readFileSync(join(folder, file ?? ''));
}

/** Tables of a case; `proxy-config endpoint` on a file prints those of EDS. */
function tablesOf({ expected }: Case): Table[] {
  return readTables(read(expected).toString());
}

test.skipIf(whyMissing !== undefined)(
  'every row of the goldens is a row of ours, and the other way round',
  () => {
    const counts = new TableCounts();
    const wrong: string[] = [];
    const printed = cases.filter(({ command, compare }) => compare === 'text' && !/ -o /.test(command));
    expect(printed.length).toBeGreaterThan(0);
    for (const one of printed) {
      const dump = read(one.input);
      for (const table of tablesOf(one)) {
        const compared = compareTable(table, { dump, nowMs });
        counts.add(`${one.name} ${kindOf(table)}`, compared);
        wrong.push(...compared.missing.map((row) => `${one.name}: missing ${row}`));
        wrong.push(...compared.extra.map((row) => `${one.name}: extra ${row}`));
      }
    }
    counts.print('istioctl goldens');
    expect(wrong).toEqual([]);
  },
);

test.skipIf(whyMissing !== undefined)('the versions are the ones of the goldens', () => {
  const withVersions = cases.filter(({ name }) => /^(proxy-config-all|bootstrap-summary)/.test(name));
  expect(withVersions.length).toBe(3);
  for (const { input, expected } of withVersions) {
    const lines = read(expected)
      .toString()
      .split('\n')
      .filter((line) => / Version: /.test(line));
    expect(
      versionLines(read(input)),
      // istioctl writes 0.0.0 for an Envoy that does not say its version; we say nothing.
    ).toEqual(
      lines.map((line) => line.replace(/: +/, ': ')).filter((line) => line !== 'Envoy Version: 0.0.0'),
    );
  }
});

test.skipIf(whyMissing !== undefined)('domains are shortened as in the goldens', () => {
  const inline = cases.filter(({ compare }) => compare === 'inline');
  expect(inline.length).toBeGreaterThan(0);
  for (const { domains = [], text, name } of inline) expect(routeDomains(domains), name).toBe(text);
  console.log(`istioctl goldens, route-domains: ${inline.length} cases agreed`);
});

/** Where each kind of resource stands in an output as JSON. */
const resources: Record<string, (output: Json) => JsonObject[]> = {
  'bootstrap-json': (output) => (isObject(output) && isObject(output.bootstrap) ? [output.bootstrap] : []),
  'ecds-json': (output) =>
    objectsAt(output, 'ecds_filters').flatMap(({ ecds_filter: filter }) =>
      filter !== undefined && isObject(filter) ? [filter] : [],
    ),
  'endpoints-port-json': (output) => (Array.isArray(output) ? output.filter(isObject) : []),
  'endpoints-port-yaml': (output) => (Array.isArray(output) ? output.filter(isObject) : []),
};

test.skipIf(whyMissing !== undefined)(
  'every resource that the goldens print as JSON or YAML is one of ours, but for its secrets',
  () => {
    let found = 0;
    for (const [name, listed] of Object.entries(resources)) {
      const one = cases.find((candidate) => candidate.name === name);
      if (one === undefined) throw new Error(`There is no case ${name}`);
      const output: Json = parseYaml(read(one.expected).toString());
      const { items, bootstrap } = openDump(read(one.input));
      const own = [...Object.values(items).flat(), ...(bootstrap === undefined ? [] : [bootstrap])].map(
        ({ value }) => {
          const { '@type': _type, ...fields } = value;
          return JSON.stringify(sorted(fields));
        },
      );
      const expected = listed(withEnvoyFieldNames(redact(output)));
      expect(expected.length, name).toBeGreaterThan(0);
      for (const { '@type': _type, ...fields } of expected) {
        expect(own, name).toContain(JSON.stringify(sorted(fields)));
        found += 1;
      }
    }
    console.log(`istioctl goldens, as JSON and YAML: ${found} resources found, 0 missing`);
  },
);

/** Keys in the order of their letters: YAML has another order than JSON. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [key, sorted(inner)]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
