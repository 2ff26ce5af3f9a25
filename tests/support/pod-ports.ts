import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Flags that let `<namespace>/<pod>:<port>` of the API server lead to addresses of the test's own. */
export function forwardFlags(addressByPort: Readonly<Record<string, string>>): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-forwards-')), 'ports.yaml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(addressByPort));
  return ['-forward', file];
}
