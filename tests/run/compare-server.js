import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plantedBefore } from '../support/compare/planted-before.ts';
import { startDemoServer } from './demo-server.js';

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
  writeFileSync(files.before, plantedBefore(after));
  return startDemoServer({
    name: 'e2e-compare-server',
    environment: { VIGLA_SNAPSHOT: files.after, VIGLA_SNAPSHOT_BEFORE: files.before },
  });
}
