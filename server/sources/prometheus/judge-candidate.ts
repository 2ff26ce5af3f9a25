import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { Matcher } from '#server/metrics/query.ts';
import { boundedText } from '#server/sources/observed/bounded-text.ts';
import type { HttpAnswer, HttpClient } from '#server/sources/observed/http-client.ts';
import type { Judgement } from '#server/sources/observed/service-search.ts';
import { withinMs } from '#server/sources/observed/within-ms.ts';
import { meshQuery } from './probe-status.ts';

const answerMs = 2_000;
/** Looking for the mesh reads every series of a metric. */
const meshMs = 5_000;
const limitBytes = 1_000_000;

const answerSchema = z.looseObject({
  status: z.literal('success'),
  data: z.looseObject({ resultType: z.literal('vector'), result: z.array(z.unknown()) }),
});

/**
 * Whether a store answers queries, and whether it knows a mesh; one that does not say so in time may still be the one.
 * @throws ViglaError `source_failed`, `source_timeout`, or what the client throws
 */
export async function judgeCandidate(
  client: HttpClient,
  { extraMatchers, signal }: { extraMatchers: readonly Matcher[]; signal: AbortSignal },
): Promise<Judgement> {
  const ask = async (query: string, limitMs: number) =>
    withinMs(limitMs, signal, async (limited) => {
      const asked = { method: 'GET', path: '/api/v1/query', parameters: { query }, signal: limited } as const;
      return readRows(await client.send(asked));
    });
  await ask('vector(1)', answerMs);
  try {
    return { isOfMesh: (await ask(meshQuery(extraMatchers), meshMs)) > 0 };
  } catch {
    // It answers; what keeps it from telling about the mesh is said by its status.
    return { isOfMesh: false };
  }
}

async function readRows({ statusCode, body }: HttpAnswer): Promise<number> {
  let text = '';
  const limits = { limitBytes, what: 'The answer', advice: 'That is no answer to the question.' };
  for await (const part of boundedText(body, limits)) text += part;
  const { data } = answerSchema.safeParse(parsed(text));
  if (statusCode === 200 && data !== undefined) return data.data.result.length;
  const beginning = JSON.stringify(text.trim().slice(0, 60));
  throw new ViglaError(
    'source_failed',
    `It does not answer a query as Prometheus does, but with HTTP ${statusCode} and ${beginning}.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
