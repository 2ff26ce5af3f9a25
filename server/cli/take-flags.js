import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.js';
import { helpText, readFlags } from './vigla-flags.js';

/**
 * Sets the variables that a command line asks for. Ends the process after `--help`, `--version` and what is no flag.
 * @param {readonly string[]} args
 */
export function takeFlags(args) {
  const asked = readFlags(args);
  if ('problem' in asked) {
    console.error(`${asked.problem}; vigla --help lists the flags.`);
    process.exit(1);
  }
  if ('asks' in asked) {
    console.log(answers[asked.asks]());
    process.exit(0);
  }
  Object.assign(process.env, asked.environment);
}

const answers = {
  help: helpText,
  version: () => JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version,
};
