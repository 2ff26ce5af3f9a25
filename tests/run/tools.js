import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { environment, runStep } from './step.js';

/** Programs that tests use and npm does not bring, by their Debian package. */
const programs = {
  chromium: ['chromium', 'chromium-browser'],
  prometheus: ['prometheus'],
  'python3-pip': ['pip3'],
};

/** @returns {string | undefined} the full path of the first of these programs that is there */
function find(names) {
  const folders = environment.PATH.split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} the path of the program; undefined when it is not there */
export function findTool(name) {
  return find(programs[name] ?? [name]);
}

/** Installs with apt-get what is missing of `names`, where that can be done. What cannot be had stays missing. */
export async function installTools(names) {
  const missing = names.filter((name) => findTool(name) === undefined);
  if (missing.length === 0 || find(['apt-get']) === undefined || process.getuid?.() !== 0) return;
  const restore = forbidServices();
  try {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runStep({ name: 'apt-get update', command: 'apt-get', args: ['update'], env });
    for (const name of missing) {
      const args = ['install', '--yes', '--no-install-recommends', name];
      await runStep({ name: `apt-get install ${name}`, command: 'apt-get', args, env });
    }
  } finally {
    restore();
  }
}

/** Debian starts a service as soon as it is installed, unless this policy says no. @returns {() => void} */
function forbidServices() {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  chmodSync(policy, 0o755);
  return () => rmSync(policy, { force: true });
}

/** @returns {string | undefined} why Go cannot be used */
export function whyNoGo() {
  const go = find(['go']);
  if (go === undefined) return 'Go is not installed (1.26 or newer, see https://go.dev/dl)';
  const version = execFileSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
  if (Number(major) > 1 || Number(minor) >= 26) return undefined;
  return `Go is too old (${version}; 1.26 is needed)`;
}
