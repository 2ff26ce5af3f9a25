import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { standaloneFolder } from './project.js';
import { serve } from './serve.js';
import { takeFlags } from './take-flags.js';

/**
 * The `vigla` command: serves the build that lies beside it until a signal comes.
 * @param {readonly string[]} args
 */
export async function runVigla(args) {
  takeFlags(args);
  if (!existsSync(join(standaloneFolder, 'server.js'))) {
    console.error(`${standaloneFolder} has no server.js: run "npm run build".`);
    process.exit(1);
  }
  await serve({
    node: process.execPath,
    // Not the folder that npm remembers: a command is started where it is called.
    environment: { VIGLA_STARTED_IN: process.cwd() },
    title: process.env.VIGLA_MODE === 'demo' ? 'Vigla shows a recorded mesh' : 'Vigla',
  });
}
