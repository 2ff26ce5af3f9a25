import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, standaloneFolder } from './project.js';
import { serve } from './serve.js';
import { helpText, readFlags } from './vigla-flags.js';

/**
 * The `vigla` command: serves the build that lies beside it until a signal comes.
 * @param {readonly string[]} args
 */
export async function runVigla(args) {
  const asked = readFlags(args);
  if ('problem' in asked) return fail(`${asked.problem}; vigla --help lists the flags.`);
  if (asked.asks === 'help') return console.log(helpText());
  if (asked.asks === 'version') return console.log(version());
  if (!existsSync(join(standaloneFolder, 'server.js')))
    return fail(`${standaloneFolder} has no server.js: run "npm run build".`);
  Object.assign(process.env, asked.environment);
  await serve({
    node: process.execPath,
    // Not the folder that npm remembers: a command is started where it is called.
    environment: { VIGLA_STARTED_IN: process.cwd() },
    title: process.env.VIGLA_MODE === 'demo' ? 'Vigla shows a recorded mesh' : 'Vigla',
  });
}

function version() {
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
}

function fail(problem) {
  console.error(problem);
  process.exitCode = 1;
}
