import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../server/cli/project.js';
import { runInBrowser } from './browser-suite.js';
import { runSuite } from './suite.js';
import { findTool, whyNoGo } from './tools.js';

const shared = join(projectRoot, '..', 'shared');

/**
 * Every suite: its tests, what it needs, and how it runs.
 * @type {Record<string, { config: string, whyNot(): string | undefined, run(suite: object): Promise<object> }>}
 */
export const suites = {
  unit: {
    config: 'tests/vitest.config.ts',
    whyNot: () => undefined,
    run: runSuite,
  },
  live: {
    config: 'tests/live/vitest.config.ts',
    whyNot: () => whyNoShared() ?? whyNoGo() ?? whyNoTool('prometheus'),
    run: runSuite,
  },
  faults: {
    config: 'tests/faults/vitest.config.ts',
    whyNot: () => whyNoShared() ?? whyNoGo() ?? whyNoTool('prometheus') ?? whyNoTool('chromium'),
    run: (suite) => runSuite({ ...suite, env: { VIGLA_CHROMIUM: findTool('chromium') ?? '' } }),
  },
  fuzz: {
    config: 'tests/fuzz/vitest.config.ts',
    whyNot: () => whyNoShared(),
    run: runSuite,
  },
  load: {
    config: 'tests/load/vitest.config.ts',
    whyNot: () => whyNoShared() ?? whyNoGo() ?? whyNoTool('prometheus'),
    run: runSuite,
  },
  e2e: {
    config: 'tests/e2e/vitest.config.ts',
    whyNot: () => whyNoTool('chromium') ?? whyNoTool('curl'),
    run: runInBrowser,
  },
};

function whyNoShared() {
  return existsSync(shared) ? undefined : `${shared} with the recordings is not there`;
}

function whyNoTool(name) {
  if (findTool(name) !== undefined) return undefined;
  return `${name} is not installed, and apt-get as root could not install it`;
}
