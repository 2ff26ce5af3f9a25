import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, projectRoot } from '../../server/cli/project.js';
import { environment, secondsSince } from './step.js';

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, again?: number, seconds: string }} Counts */

const secondTries = join(projectRoot, 'tests', 'run', 'second-tries.js');
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');

/** @param {Counts} counts */
export function describe({ name, passed, failed, skipped, again = 0, seconds }) {
  const tries = again === 0 ? '' : ` (${again} at the second try)`;
  return `suite ${name}: ${passed} passed${tries}, ${failed} failed, ${skipped} skipped in ${seconds} s`;
}

/**
 * Runs the tests of one vitest configuration with their progress on the terminal.
 * @param {{ name: string, config: string, filters?: readonly string[], env?: Record<string, string> }} suite
 * @returns {Promise<Counts>}
 */
export async function runSuite({ name, config, filters = [], env = {} }) {
  const startedAt = performance.now();
  const results = join(projectRoot, 'tests', 'results', `${name}.json`);
  mkdirSync(join(results, '..'), { recursive: true });
  rmSync(results, { force: true });
  const again = results.replace(/\.json$/, '.second-tries.json');
  rmSync(again, { force: true });
  const reporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    `--reporter=${secondTries}`,
  ];
  const code = await new Promise((resolve) => {
    const child = spawn(pinnedNode, [vitest, 'run', '--config', config, ...reporters, ...filters], {
      cwd: projectRoot,
      env: { ...environment, ...env, VIGLA_SECOND_TRIES: again },
      stdio: 'inherit',
    });
    child.on('error', () => resolve(127));
    child.on('exit', (exitCode) => resolve(exitCode ?? 143));
  });
  const counts = { ...readCounts(results), again: readNames(again).length };
  // An error outside any test, a crash or an empty suite fails without naming a test: it counts as one.
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return { name, ...counts, seconds: secondsSince(startedAt) };
}

function readCounts(file) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let results;
  try {
    results = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`No results: ${error.message}`);
    return counts;
  }
  counts.passed = results.numPassedTests;
  // A file that cannot even be loaded has no tests to count.
  const unloadable = results.testResults.filter(
    (testFile) => testFile.status === 'failed' && testFile.assertionResults.length === 0,
  );
  counts.failed = results.numFailedTests + unloadable.length;
  counts.skipped = results.numPendingTests + results.numTodoTests;
  return counts;
}

/** Nothing is written by a run that crashed; it fails anyway. */
function readNames(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}
