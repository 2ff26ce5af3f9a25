import { ensureBuilt } from '../../server/cli/build.js';
import { ensureInstalled } from '../../server/cli/setup.js';
import { runChecks } from './check-steps.js';
import { runStep, secondsSince } from './step.js';
import { describe } from './suite.js';
import { suites } from './suites.js';
import { installTools } from './tools.js';

const startedAt = performance.now();
const mustRunAll = process.env.CI === 'true';
/** `npm run test -- <name>` runs that suite alone, without the checks. */
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}; there are: ${Object.keys(suites).join(', ')}`);
  process.exit(1);
}
const chosen = Object.entries(suites).filter(([name]) => named.length === 0 || named.includes(name));

await ensureInstalled();
// The network and the disk are busy with tools while the processors check.
const tools = installTools(['chromium', 'curl', 'prometheus', 'python3-pip']).then(prepareLive);
const lines = named.length === 0 ? [await runChecks()] : [];
await tools;
if (named.length > 0) await ensureBuilt();

for (const [name, suite] of chosen) {
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

/** Ahead of the tests that need them, which would otherwise wait for Go's compiler and the network. Failures show there. */
async function prepareLive() {
  if (!chosen.some(([name]) => name === 'live') || suites.live.whyNot() !== undefined) return;
  await callSupport('Kubernetes API for the tests', 'kubeapi-build.ts', 'buildKubeapi');
  await callSupport('Envoy for the tests', 'envoy-program.ts', 'installEnvoy');
  await callSupport('Helm for the tests', 'helm-program.ts', 'installHelm');
}

async function callSupport(name, file, exported) {
  const script = `import('#tests/support/${file}').then((module) => module.${exported}())`;
  await runStep({ name, command: 'node', args: ['--input-type=module', '-e', script] });
}
