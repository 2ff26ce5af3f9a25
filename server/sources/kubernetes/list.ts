import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import { GarbledError, hasStatus } from './api-error.ts';

const pageLimit = 500;

const pageSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string().min(1), continue: z.string().optional() }),
  items: z.array(z.unknown()).nullish(),
});

export type ListTarget = { path: string; fieldSelector?: string };

export type ListOptions = {
  client: ApiClient;
  target: ListTarget;
  signal: AbortSignal;
  /** Each page as it comes, so that a large list is never held as a whole. The first one begins the list (anew). */
  onPage(items: readonly unknown[], isFirst: boolean): void;
};

/**
 * Reads all objects of a target in pages and gives the version that a watch may go on from. When a page token has
 * expired (410) before the last page was read, the list is asked for once more in one piece, which cannot expire.
 */
export async function listAll({ client, target, signal, onPage }: ListOptions): Promise<string> {
  let token: string | undefined;
  let limit: string | undefined = String(pageLimit);
  for (;;) {
    try {
      const page = await readPage();
      onPage(page.items ?? [], token === undefined);
      token = page.metadata.continue;
      if (!token) return page.metadata.resourceVersion;
    } catch (error) {
      if (token === undefined || !hasStatus(error, 410)) throw error;
      token = undefined;
      limit = undefined;
    }
  }

  async function readPage() {
    const query = { limit, continue: token, fieldSelector: target.fieldSelector };
    const parsed = pageSchema.safeParse(await client.get({ path: target.path, query, signal }));
    if (parsed.success) return parsed.data;
    throw new GarbledError(`the answer to ${target.path} is not a list of objects`);
  }
}
