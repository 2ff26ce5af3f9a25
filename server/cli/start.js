import { ensureBuilt } from './build.js';
import { serve } from './serve.js';
import { ensureInstalled } from './setup.js';
import { helpText, readFlags } from './vigla-flags.js';

const asked = readFlags(process.argv.slice(2));
if (!('environment' in asked)) {
  console.error('problem' in asked ? `${asked.problem}; the flags are those of vigla --help.` : helpText());
  process.exit('problem' in asked ? 1 : 0);
}
Object.assign(process.env, asked.environment);

await ensureInstalled();
await ensureBuilt();
await serve({ title: 'Vigla' });
