import type { z } from 'zod';
import type { Answer } from '#lib/contract/envelope.ts';
import { type Coalesced, coalesce } from '#server/coalesce.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { countCacheLookup } from '#server/telemetry.ts';
import { sendAnswer, type WrittenAnswer, writeAnswer } from './answer.ts';
import type { Handler } from './endpoint.ts';
import { answerRequest } from './handle.ts';
import { contextOf } from './load-context.ts';
import { parseQuery } from './parse-query.ts';
import { withRestrictedNote } from './restricted-note.ts';

type Loader<Query, Data> = (query: Query, context: LoadContext) => Promise<Answer<Data>>;

/** Shorter than any refresh of a page. */
const lifetimeMs = 3_000;
const keptCharacters = 16_000_000;

/**
 * The counterpart of `endpoint` for answers that cost much and say nothing of who asks beyond what that user may see: the
 * same question of the same moment is worked out, and written, once for all who have the same rights.
 */
export function sharedEndpoint<Schema extends z.ZodType, Data>(
  schema: Schema,
  load: Loader<z.output<Schema>, Data>,
): Handler {
  // Sources are the same object for the same rights.
  const shops = new WeakMap<Sources, Coalesced<WrittenAnswer>>();

  function shopOf(sources: Sources): Coalesced<WrittenAnswer> {
    const known = shops.get(sources);
    if (known !== undefined) return known;
    const shop = coalesce<WrittenAnswer>({
      lifetimeMs,
      maximumSize: keptCharacters,
      sizeOf: ({ text }) => text.length,
      now: Date.now,
      count: (result) => countCacheLookup('answers', result),
    });
    shops.set(sources, shop);
    return shop;
  }

  return (request, path) =>
    answerRequest(request, async () => {
      const { searchParams } = new URL(request.url);
      const parameters = await path.params;
      const query = parseQuery(schema, searchParams, parameters);
      const context = await contextOf(request, schema);
      const write = async (signal: AbortSignal) => {
        const own = { ...context, signal };
        return writeAnswer(withRestrictedNote(await load(query, own), own));
      };
      const written = isOfSourcesAlone(context)
        ? await shopOf(context.sources).get(
            JSON.stringify([context.nowSeconds, [...searchParams].sort(byText), parameters]),
            write,
            request.signal,
          )
        : await write(request.signal);
      return sendAnswer(request, written);
    });
}

/** Whether the sources say by themselves all that the user may see. */
function isOfSourcesAlone({
  before,
  otherClusters,
  unusableClusters,
  leftOutClusters,
}: LoadContext): boolean {
  const isEmpty = (list: readonly unknown[] = []) => list.length === 0;
  return (
    before === undefined && isEmpty(otherClusters) && isEmpty(unusableClusters) && isEmpty(leftOutClusters)
  );
}

function byText(one: readonly string[], other: readonly string[]): number {
  return one.join('=') < other.join('=') ? -1 : 1;
}
