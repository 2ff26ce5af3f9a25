import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type GraphApiFigures, measureGraphApi } from './measure/graph-api.ts';
import { type GraphBrowserFigures, measureGraphInBrowser } from './measure/graph-browser.ts';
import { growthExponent } from './measure/statistics.ts';
import { startBenchMesh } from './mesh/bench-mesh.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,500,1000,5000' },
    runs: { type: 'string', default: '5' },
    browser: { type: 'string', default: 'true' },
  },
});
const sizes = values.sizes.split(',').map(Number);
/** Above this only the default graph is asked for, and only of the server. */
const largestWithExtras = 1000;

const api: (GraphApiFigures & { workloads: number; series: number })[] = [];
const browser: (GraphBrowserFigures & { workloads: number })[] = [];
const memory: { workloads: number; residentMb: number }[] = [];
for (const workloads of sizes) {
  const isLarge = workloads > largestWithExtras;
  console.log(`mesh of ${workloads} workloads: writing its history …`);
  const mesh = await startBenchMesh({ workloads, withLatency: !isLarge });
  try {
    const figures = await measureGraphApi({
      viglaUrl: mesh.vigla.url,
      prometheusUrl: mesh.prometheusUrl,
      endSeconds: mesh.endSeconds,
      runs: Number(values.runs),
      withExtras: !isLarge,
    });
    for (const row of figures) api.push({ workloads, series: mesh.series, ...row });
    memory.push({ workloads, residentMb: mesh.vigla.residentMb() });
    if (!isLarge && values.browser === 'true') {
      const figure = await measureGraphInBrowser(mesh.vigla.url);
      browser.push({ workloads, ...figure });
    }
  } finally {
    await mesh.stop();
  }
}

function growthOf(include: string): number {
  return growthExponent(
    api.filter((row) => row.include === include).map((row) => [row.edges, row.apiMs] as const),
  );
}

function rounded<Row extends object>(rows: readonly Row[]) {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' ? Math.round(value * 100) / 100 : value,
      ]),
    ),
  );
}

console.log('\nGraph API against the same questions sent raw (medians)');
console.table(rounded(api));
console.log('In Chromium, cold, GPU off');
console.table(rounded(browser));
console.log('Memory of the server after the runs');
console.table(rounded(memory));
const growth = { default: growthOf('default'), latency: growthOf('latency') };
console.log('Growth: API time ~ edges ^', rounded([growth])[0]);
mkdirSync('tests/results', { recursive: true });
writeFileSync(
  'tests/results/bench-graph.json',
  `${JSON.stringify({ api, browser, memory, growth }, null, 2)}\n`,
);
