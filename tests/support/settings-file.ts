import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own with these files; `vigla.yaml` among them is what `VIGLA_CONFIG` names. */
export function settingsFolder(files: Record<string, string>): { folder: string; VIGLA_CONFIG: string } {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-settings-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, VIGLA_CONFIG: join(folder, 'vigla.yaml') };
}
