import { ensureInstalled } from '../../server/cli/setup.js';
import { runChecks } from './check-steps.js';
import { describe } from './suite.js';

await ensureInstalled();
const counts = await runChecks();
console.log(describe(counts));
process.exit(counts.failed === 0 ? 0 : 1);
