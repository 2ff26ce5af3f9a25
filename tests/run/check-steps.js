import { runStep, secondsSince } from './step.js';

/** The build comes first: it writes the types of the routes, which the type check reads. */
const steps = [
  { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
  { name: 'types', command: 'tsc', args: ['--noEmit', '--incremental', 'false'] },
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'dead code', command: 'knip', args: [] },
  { name: 'dependency audit', command: 'node', args: ['tests/run/audit.ts'], isTold: true },
];

/** @returns {Promise<import('./suite.js').Counts>} each step counts as one test */
export async function runChecks() {
  const startedAt = performance.now();
  const counts = { name: 'check', passed: 0, failed: 0, skipped: 0, seconds: '' };
  for (const step of steps) {
    const { isOk, output } = await runStep(step);
    // What it found without failing, or why nobody could say.
    if (isOk && step.isTold) console.log(`    ${output.trim().replaceAll('\n', '\n    ')}`);
    if (isOk) counts.passed += 1;
    else counts.failed += 1;
  }
  return { ...counts, seconds: secondsSince(startedAt) };
}
