import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '..', '..');

/** Tells what it was asked, and where it runs; `/away` leads to `/there`, `/below` to `/vigla/there`. */
const nextServer = `
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const nextConfig = {"assetPrefix":"","basePath":""};
const leads = { '/away': '/there', '/below': '/vigla/there', '/elsewhere': 'https://a.example/', '/other': '//b.example/' };
const folder = import.meta.dirname;
process.chdir(folder);
createServer((request, response) => {
  const location = leads[request.url];
  if (location !== undefined) {
    response.statusCode = 307;
    response.setHeader('location', location);
    return response.end();
  }
  const { VIGLA_SERVED_BELOW: servedBelow, VIGLA_STARTED_IN: startedIn } = process.env;
  const files = Object.fromEntries(['chunks/a.js', 'media/b.txt'].map((name) => [name, readFileSync(join(folder, '.next', 'static', name), 'utf8')]));
  response.end(JSON.stringify({ url: request.url, folder, prefix: nextConfig.assetPrefix, servedBelow, startedIn, files }));
}).listen(0, '127.0.0.1', function () {
  console.log('listens on ' + this.address().port);
});
process.on('SIGTERM', () => process.exit(0));
`;

export const fakeFiles = {
  'next-server.js': nextServer,
  'package.json': '{"type":"module"}',
  '.next/static/chunks/a.js': `load("/_next/static/b.js", \`\${x.assetPrefix}/_next/c.js\`)`,
  '.next/static/media/b.txt': '"/_next/ is no address here"',
  '.next/server/app/page_client-reference-manifest.js': 'x = {"chunks":["/_next/static/chunks/a.js"]}',
  '.next/server/app/page.js': 'const own = "/_next/data/";',
  '.next/server/pages/500.html': '<script src="/_next/static/chunks/a.js"></script>',
};

/**
 * A folder as the build leaves it, with a small server in the place of the framework's.
 * @throws Error with what the build says where it cannot be served below a path
 */
export async function fakeBuiltServer(files: Record<string, string> = fakeFiles): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-built-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const parts = join(folder, 'base-path');
  cpSync(join(project, 'server', 'base-path'), parts, { recursive: true });
  mkdirSync(join(parts, 'node_modules'));
  symlinkSync(join(project, 'node_modules', 'yaml'), join(parts, 'node_modules', 'yaml'));
  writeFileSync(join(parts, 'files.json'), await filesWithAddresses(folder));
  writeFileSync(
    join(folder, 'server.js'),
    "import { start } from './base-path/start.js';\nawait start(import.meta.dirname);\n",
  );
  return folder;
}

async function filesWithAddresses(folder: string): Promise<string> {
  const script = `import { filesWithAddresses } from './base-path/addresses.js';
console.log(JSON.stringify(filesWithAddresses({ folder: '.', dist: '.next' })));`;
  const started = ['--input-type=module', '--eval', script];
  return (await promisify(execFile)(process.execPath, started, { cwd: folder })).stdout;
}
