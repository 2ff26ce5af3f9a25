import { z } from 'zod';
import { compareRoutes } from '#lib/contract/compare-routes.ts';
import { warningSchema } from '#lib/contract/envelope.ts';
import type { Sources } from '#server/sources/interface.ts';
import { askSources } from './ask-sources.ts';

type Sides = { before: Sources | undefined; after: Sources };

const processWide: { [key: symbol]: unknown } = globalThis;

/** What a route of the comparison answers, whatever it is; the process has both sources. */
export async function askRaw({ before, after }: Sides, address: string): Promise<Response> {
  const { pathname } = new URL(address, 'http://vigla.test');
  const depth = pathname.split('/').length;
  const route = Object.keys(compareRoutes).find(
    (one) => one.split('/').length === depth && pathname.startsWith(one.replace(/\/\{.*$/, '')),
  );
  if (route === undefined) throw new Error(`${address} is no comparison`);
  processWide[Symbol.for('vigla.before')] = before;
  try {
    return await askSources(after, route, address);
  } finally {
    processWide[Symbol.for('vigla.before')] = undefined;
  }
}

/** The data of a route of the comparison, as its contract has them, and its warnings. */
export async function askComparison<Schema extends z.ZodType>(
  sides: Sides,
  { address, schema }: { address: string; schema: Schema },
) {
  const response = await askRaw(sides, address);
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${address}: ${JSON.stringify(body)}`);
  return z.strictObject({ data: schema, warnings: z.array(warningSchema) }).parse(body);
}
