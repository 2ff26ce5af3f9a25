import { ensureBuilt } from '../../server/cli/build.js';
import { ensureInstalled } from '../../server/cli/setup.js';
import { describe } from './suite.js';
import { suites } from './suites.js';
import { installTools } from './tools.js';

await ensureInstalled();
await installTools(['chromium', 'curl']);
const reason = suites.e2e.whyNot();
if (reason !== undefined) {
  console.error(`e2e cannot run: ${reason}`);
  process.exit(1);
}
if (process.env.VIGLA_E2E_URL === undefined) await ensureBuilt();
const counts = await suites.e2e.run({
  name: 'e2e',
  config: suites.e2e.config,
  filters: process.argv.slice(2),
});
console.log(describe(counts));
process.exit(counts.failed === 0 ? 0 : 1);
