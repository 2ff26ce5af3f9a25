import { ensureBuilt } from './build.js';
import { ensureInstalled } from './setup.js';

await ensureInstalled();
await ensureBuilt();
