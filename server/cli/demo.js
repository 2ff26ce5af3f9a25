import { ensureBuilt } from './build.js';
import { serve } from './serve.js';
import { ensureInstalled } from './setup.js';

await ensureInstalled();
await ensureBuilt();
await serve({ environment: { VIGLA_MODE: 'demo' }, title: 'Vigla shows a recorded mesh' });
