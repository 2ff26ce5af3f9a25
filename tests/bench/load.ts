import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startLoadedMesh } from './measure/loaded-mesh.ts';
import { printLoad } from './measure/print-load.ts';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    workloads: { type: 'string', default: '1000' },
    /** Histograms are nine of ten series, and take minutes to write. */
    latency: { type: 'boolean', default: false },
  },
});

console.log(`mesh of ${values.workloads} workloads: writing its history …`);
const mesh = await startLoadedMesh({ workloads: Number(values.workloads), withLatency: values.latency });
try {
  const figures = await mesh.measure({ users: Number(values.users), seconds: Number(values.seconds) });
  printLoad(figures);
  mkdirSync('tests/results', { recursive: true });
  writeFileSync('tests/results/bench-load.json', `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await mesh.stop();
}
process.exit(0);
