import { delimiter, resolve } from 'node:path';
import { ensureBuilt } from './build.js';
import { serve } from './serve.js';
import { ensureInstalled } from './setup.js';

/** The server works in its own folder, so paths that are relative to the user's must be made whole here. */
function resolveFiles() {
  const home = process.env.INIT_CWD ?? process.cwd();
  const files = ['KUBECONFIG', 'PROMETHEUS_CA_FILE'].flatMap((name) => {
    const value = process.env[name];
    return value
      ? [
          [
            name,
            value
              .split(delimiter)
              .map((file) => resolve(home, file))
              .join(delimiter),
          ],
        ]
      : [];
  });
  return Object.fromEntries(files);
}

await ensureInstalled();
await ensureBuilt();
await serve({ environment: resolveFiles(), title: 'Vigla' });
