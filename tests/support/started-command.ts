import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from './wait-until.ts';

export type StartedCommand = {
  output(): string;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  /** The first group of the pattern, once the output has it. */
  says(pattern: RegExp): Promise<string>;
  /** Sends the signal to the command and all that it started. */
  signal(name: NodeJS.Signals): void;
};

/** A command in a process group of its own, with its output kept. */
export function startCommand(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>,
): StartedCommand {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'exit').then(() => child.exitCode);
  return {
    output: () => output,
    ended,
    says: (pattern) =>
      waitUntil(
        () => {
          const found = pattern.exec(output)?.[1];
          if (found === undefined && child.exitCode !== null) throw new Error(`It ended: ${output}`);
          return found;
        },
        { what: `${command} says ${pattern}`, withinMs: 40_000 },
      ),
    signal(name) {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
    },
  };
}
