import { spawn } from 'node:child_process';
import { projectRoot } from './project.js';

/**
 * Runs a command in the project's folder with its output on the terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code; 128 + 15 when a signal ended it, 127 when there is no such command
 */
export function runCommand(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit' });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 143));
  });
}
