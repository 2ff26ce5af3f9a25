import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookinfoFolder } from '#tests/support/kubeapi.ts';

const stamp = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const recorded = join(bookinfoFolder, 'logs');

/** A folder of the recorded logs as if their newest line had been written just now. */
export function writeFreshLogs(): string {
  const texts = readdirSync(recorded).map(
    (name) => [name, readFileSync(join(recorded, name), 'utf8')] as const,
  );
  const newestMs = Math.max(
    ...texts.flatMap(([, text]) => (text.match(stamp) ?? []).slice(-1).map((last) => Date.parse(last))),
  );
  const shiftMs = Date.now() - newestMs;
  const folder = mkdtempSync(join(tmpdir(), 'vigla-logs-'));
  for (const [name, text] of texts) {
    const moved = text.replaceAll(stamp, (found) => new Date(Date.parse(found) + shiftMs).toISOString());
    writeFileSync(join(folder, name), moved);
  }
  return folder;
}
