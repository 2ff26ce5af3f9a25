import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureDetailsApi } from './measure/details-api.ts';
import { measureDetailsInBrowser } from './measure/details-browser.ts';
import { startBenchMesh } from './mesh/bench-mesh.ts';

const { values } = parseArgs({
  options: { workloads: { type: 'string', default: '1000' }, runs: { type: 'string', default: '5' } },
});

console.log(`mesh of ${values.workloads} workloads, a service of 200 pods among them: writing its history …`);
const mesh = await startBenchMesh({ workloads: Number(values.workloads), withLatency: true });
try {
  const { endSeconds, vigla } = mesh;
  const api = await measureDetailsApi({ viglaUrl: vigla.url, endSeconds, runs: Number(values.runs) });
  console.log('\nDetails and lists over HTTP (medians, milliseconds)');
  console.table(
    api.map((row) => ({ ...row, apiMs: Math.round(row.apiMs), kilobytes: Math.round(row.kilobytes) })),
  );
  const browser = await measureDetailsInBrowser(vigla.url);
  console.log('In Chromium, cold, until the content stands there');
  console.table(browser.map((row) => ({ ...row, openedMs: Math.round(row.openedMs) })));
  mkdirSync('tests/results', { recursive: true });
  writeFileSync('tests/results/bench-details.json', `${JSON.stringify({ api, browser }, null, 2)}\n`);
} finally {
  await mesh.stop();
}
