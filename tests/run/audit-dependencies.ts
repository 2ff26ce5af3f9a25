import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { acceptedSchema, auditReportSchema, judgeAdvisories } from './judge-advisories.ts';

const root = join(import.meta.dirname, '..', '..');
const acceptedFile = join(import.meta.dirname, 'accepted-advisories.json');
const patience = ['--fetch-retries=1', '--fetch-timeout=30000'];
/** What npm says of a registry comes with a message; what is wrong with this project, with a code. */
const unreachableSchema = z.object({ message: z.string() });

/**
 * Asks the package registry what is known to be wrong with the packages of the lock file, whatever they are for. That a
 * registry cannot say is no finding: a line says so.
 */
export async function auditDependencies(
  options: readonly string[] = [],
): Promise<{ isOk: boolean; lines: string[] }> {
  const output = await outputOf('npm', ['audit', '--json', ...patience, ...options]);
  const answer = parse(output);
  const report = auditReportSchema.safeParse(answer);
  if (report.success) {
    const accepted = acceptedSchema.parse(JSON.parse(readFileSync(acceptedFile, 'utf8')));
    return judgeAdvisories(report.data, accepted, new Date().toISOString().slice(0, 10));
  }
  const unreachable = unreachableSchema.safeParse(answer);
  if (unreachable.success) return { isOk: true, lines: [`skipped: ${unreachable.data.message}`] };
  return { isOk: false, lines: [`npm audit gave no report: ${output}`] };
}

async function outputOf(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const started = Promise.withResolvers<never>();
  child.on('error', started.reject);
  return await Promise.race([text(child.stdout), started.promise]);
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
