import { ensureInstalled } from '../../server/cli/setup.js';
import { runChecks } from './check-steps.js';
import { runStep, secondsSince } from './step.js';
import { describe } from './suite.js';
import { suites } from './suites.js';
import { installTools, whyNoGo } from './tools.js';

const startedAt = performance.now();
const mustRunAll = process.env.CI === 'true';

await ensureInstalled();
// The network and the disk are busy with tools while the processors check.
const tools = installTools(['chromium', 'prometheus']).then(buildKubeapi);
const lines = [await runChecks()];
await tools;

for (const [name, suite] of Object.entries(suites)) {
  const reason = suite.whyNot();
  if (reason !== undefined) {
    console.log(`skipped: ${name}: ${reason}`);
    lines.push({ name, passed: 0, failed: mustRunAll ? 1 : 0, skipped: 1, seconds: '0' });
    continue;
  }
  try {
    lines.push(await suite.run({ name, config: suite.config }));
  } catch (error) {
    console.error(`suite ${name}: ${error.message}`);
    lines.push({ name, passed: 0, failed: 1, skipped: 0, seconds: '0' });
  }
}

const total = (key) => lines.reduce((sum, line) => sum + line[key], 0);
console.log(`\n${lines.map(describe).join('\n')}`);
console.log(`all in ${secondsSince(startedAt)} s`);
const isSkippedInVain = mustRunAll && total('skipped') > 0;
if (isSkippedInVain) console.log('Nothing may be skipped when CI=true.');
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') > 0 || isSkippedInVain ? 1 : 0);

/** Ahead of the tests that need it, which would otherwise wait for Go's compiler. A failure shows there. */
async function buildKubeapi() {
  if (suites.live.whyNot() !== undefined || whyNoGo() !== undefined) return;
  const script = "import('#tests/support/kubeapi-build.ts').then((module) => module.buildKubeapi())";
  await runStep({
    name: 'Kubernetes API for the tests',
    command: 'node',
    args: ['--input-type=module', '-e', script],
  });
}
