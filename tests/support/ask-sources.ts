import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from '#server/config.ts';
import type { Sources } from '#server/sources/interface.ts';

const root = join(import.meta.dirname, '..', '..');
const processWide: { [key: symbol]: unknown } = globalThis;
const routeSchema = z.object({
  GET: z.custom<(request: Request, path: { params: Promise<unknown> }) => Promise<Response>>(
    (value) => typeof value === 'function',
  ),
});

/** What a route of the API answers where the process has these sources; `route` is as in the contract. */
export async function askSources(sources: Sources, route: string, address: string): Promise<Response> {
  processWide[Symbol.for('vigla.config')] = readConfig({ VIGLA_MODE: 'demo' });
  processWide[Symbol.for('vigla.sources')] = sources;
  const file = join(root, 'app', route.replaceAll(/\{(\w+)\}/g, '[$1]'), 'route.ts');
  const { GET } = routeSchema.parse(await import(file));
  const url = new URL(address, 'http://vigla.test');
  return GET(new Request(url), { params: Promise.resolve(parametersOf(route, url.pathname)) });
}

function parametersOf(route: string, path: string): Record<string, string> {
  const parts = path.split('/');
  return Object.fromEntries(
    route.split('/').flatMap((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(parts[index] ?? '')]];
    }),
  );
}
