import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoServer } from './demo-server.js';
import { runStep } from './step.js';

/**
 * Starts a server on a snapshot of another one, with an earlier snapshot beside it that differs in known ways.
 * @param {string} recordedUrl
 */
export async function startCompareServer(recordedUrl) {
  const answer = await fetch(`${recordedUrl}/api/snapshot?range=15m&logs=none`);
  if (!answer.ok) throw new Error(`There is no snapshot to compare: ${await answer.text()}`);
  const after = Buffer.from(await answer.arrayBuffer());
  const folder = mkdtempSync(join(tmpdir(), 'vigla-compare-'));
  const files = { after: join(folder, 'after.gz'), before: join(folder, 'before.gz') };
  writeFileSync(files.after, after);
  await writeBefore(files);
  return startDemoServer({
    name: 'e2e-compare-server',
    environment: { VIGLA_SNAPSHOT: files.after, VIGLA_SNAPSHOT_BEFORE: files.before },
  });
}

/** In a process of its own: this one runs on whatever Node the machine has, which may know no TypeScript. */
async function writeBefore({ after, before }) {
  const script = [
    "import { readFileSync, writeFileSync } from 'node:fs';",
    "import { plantedBefore } from '#tests/support/compare/planted-before.ts';",
    'const [after, before] = process.argv.slice(1);',
    'writeFileSync(before, plantedBefore(readFileSync(after)));',
  ].join('\n');
  const args = ['--input-type=module', '-e', script, after, before];
  const { isOk } = await runStep({ name: 'An earlier snapshot to compare', command: 'node', args });
  if (!isOk) throw new Error('There is no earlier snapshot to compare');
}
