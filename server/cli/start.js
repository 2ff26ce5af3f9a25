import { ensureBuilt } from './build.js';
import { serve } from './serve.js';
import { ensureInstalled } from './setup.js';
import { takeFlags } from './take-flags.js';

takeFlags(process.argv.slice(2));
await ensureInstalled();
await ensureBuilt();
await serve({ title: 'Vigla' });
