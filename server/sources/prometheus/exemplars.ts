import { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';
import type { StoredExemplar } from '#server/sources/interface.ts';
import type { HttpAnswer } from '#server/sources/observed/http-client.ts';
import { refusal, textOf } from './read-answer.ts';

const exemplarSchema = z.object({
  labels: z.record(z.string(), z.string()),
  value: z.union([z.string(), z.number()]).transform(Number),
  timestamp: z.number(),
});
const answerSchema = z.object({
  status: z.literal('success'),
  data: z.array(z.object({ exemplars: z.array(exemplarSchema) })).nullable(),
});

const maximumBytes = 8_000_000;
/** Stores without exemplars know no such route, or refuse it. */
const absentStatuses: ReadonlySet<number> = new Set([400, 404, 405, 422, 501]);

/**
 * Reads the answer of `/api/v1/query_exemplars`; a store that has none answers with nothing.
 * @throws ViglaError as other queries do for a store that fails, `source_failed` for an answer of another shape
 */
export async function readExemplars(answer: HttpAnswer): Promise<StoredExemplar[]> {
  if (absentStatuses.has(answer.statusCode)) {
    await answer.body.dump();
    return [];
  }
  if (answer.statusCode !== 200) throw await refusal(answer);
  let text = '';
  for await (const part of textOf(answer.body, maximumBytes)) text += part;
  return parsed(text).flatMap(({ exemplars }) =>
    exemplars
      .filter(({ value }) => Number.isFinite(value))
      .map(({ labels, value, timestamp }) => ({ labels, value, atMs: timestamp * 1000 })),
  );
}

function parsed(text: string) {
  try {
    return answerSchema.parse(JSON.parse(text)).data ?? [];
  } catch (cause) {
    throw new ViglaError('source_failed', `Prometheus' exemplars cannot be read: ${messageOf(cause)}`, {
      cause,
    });
  }
}
