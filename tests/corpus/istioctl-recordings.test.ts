import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookinfoFolder } from '#tests/support/kubeapi.ts';
import { recordedAnswer } from '#tests/support/recorded-dump.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';
import { compareTable, kindOf } from './istioctl/compare-tables.ts';
import { readTables } from './istioctl/read-table.ts';
import { TableCounts } from './istioctl/table-counts.ts';
import { versionLines } from './istioctl/version-lines.ts';

if (whyNoSharedFolder !== undefined) console.log(`istioctl recordings: skipped, ${whyNoSharedFolder}`);

/** The certificates of the recording were made two minutes before. */
const nowMs = Date.parse('2026-11-21T02:02:00Z');
const folder = join(bookinfoFolder, 'istioctl', 'proxy-config');

/** Every table that istioctl printed for a proxy, `all` among them. */
function tablesOf(proxy: string) {
  return ['clusters', 'listeners', 'routes', 'endpoints', 'secret', 'ecds', 'all'].flatMap((command) =>
    readTables(readFileSync(join(folder, proxy, `${command}.txt`), 'utf8')).map((table) => ({
      command,
      table,
    })),
  );
}

test.skipIf(whyNoSharedFolder !== undefined)(
  'every row that istioctl printed of the recorded proxies is a row of ours, and the other way round',
  () => {
    const proxies = readdirSync(folder);
    expect(proxies.length).toBeGreaterThan(0);
    const counts = new TableCounts();
    const wrong: string[] = [];
    for (const proxy of proxies) {
      const input = {
        dump: recordedAnswer(proxy, 'config_dump.json'),
        clusters: recordedAnswer(proxy, 'clusters.json'),
        nowMs,
      };
      for (const { command, table } of tablesOf(proxy)) {
        const compared = compareTable(table, input);
        counts.add(`${command} ${kindOf(table)}`, compared);
        for (const row of compared.missing) wrong.push(`${proxy} ${command}: missing ${row}`);
        for (const row of compared.extra) wrong.push(`${proxy} ${command}: extra ${row}`);
      }
    }
    counts.print('istioctl recordings');
    expect(wrong).toEqual([]);
  },
  60_000,
);

test.skipIf(whyNoSharedFolder !== undefined)('the versions are the ones that istioctl printed', () => {
  const proxies = readdirSync(folder);
  expect(proxies.length).toBeGreaterThan(0);
  for (const proxy of proxies) {
    const [head = ''] = readFileSync(join(folder, proxy, 'all.txt'), 'utf8').split('\n\n');
    expect(versionLines(recordedAnswer(proxy, 'config_dump.json'))).toEqual(head.split('\n'));
  }
  console.log(`istioctl bootstrap: versions of ${proxies.length} proxies agreed`);
});

test.skipIf(whyNoSharedFolder !== undefined)(
  'where istioctl has no extensions to show, neither have we',
  () => {
    const proxies = readdirSync(folder);
    const without = proxies.filter((proxy) =>
      readFileSync(join(folder, proxy, 'ecds.txt'), 'utf8').includes('no configuration type'),
    );
    expect(without.length).toBeGreaterThan(0);
    for (const proxy of without) {
      const nothing = { columns: ['ECDS NAME', 'TYPE'], rows: [] };
      const compared = compareTable(nothing, { dump: recordedAnswer(proxy, 'config_dump.json'), nowMs });
      expect(compared.extra).toEqual([]);
    }
  },
);
