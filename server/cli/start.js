import { ensureBuilt } from './build.js';
import { serve } from './serve.js';
import { ensureInstalled } from './setup.js';

await ensureInstalled();
await ensureBuilt();
await serve({ title: 'Vigla' });
