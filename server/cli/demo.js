import { resolve } from 'node:path';
import { ensureBuilt } from './build.js';
import { serve } from './serve.js';
import { ensureInstalled } from './setup.js';

const { VIGLA_RECORDING: recording } = process.env;

await ensureInstalled();
await ensureBuilt();
await serve({
  environment: {
    VIGLA_MODE: 'demo',
    // The built server runs from a folder of its own.
    ...(recording === undefined ? {} : { VIGLA_RECORDING: resolve(recording) }),
  },
  title: 'Vigla shows a recorded mesh',
});
