import { ViglaError } from '#server/errors.ts';
import { answerFault } from '#server/sources/observed/answer-fault.ts';
import { boundedText } from '#server/sources/observed/bounded-text.ts';
import type { HttpAnswer } from '#server/sources/observed/http-client.ts';
import { originAndPath } from '#server/sources/observed/origin-and-path.ts';
import { answerReader, type RowShape, toldError } from './answer-reader.ts';

/** An answer with what it took on the wire, by which the cache judges its size. */
export type ReadAnswer<Row> = { rows: Row[]; warnings: string[]; characters: number };

const maximumErrorBytes = 64 * 1024;

/**
 * Reads the answer of a query.
 * @throws ViglaError `source_failed` with the store's own words, `source_timeout`, `source_unreachable` for a gateway
 * that has no store behind it, `too_large`
 */
export async function readAnswer<Row>(
  answer: HttpAnswer,
  shape: RowShape<Row>,
  maximumBytes: number,
): Promise<ReadAnswer<Row>> {
  if (answer.statusCode !== 200) throw await refusal(answer);
  const reader = answerReader(shape);
  let characters = 0;
  for await (const text of textOf(answer.body, maximumBytes)) {
    characters += text.length;
    reader.add(text);
  }
  return { ...reader.finish(), characters };
}

export function textOf(body: AsyncIterable<unknown>, limitBytes: number): AsyncGenerator<string> {
  return boundedText(body, { limitBytes, what: "Prometheus' answer", advice: 'Ask for fewer namespaces.' });
}

/** How the HTTP status of a refusal reads where the store did not explain it. */
const adviceByStatus: Record<number, string> = {
  401: 'Check the credentials (PROMETHEUS_BEARER_TOKEN, or PROMETHEUS_USERNAME and PROMETHEUS_PASSWORD).',
  403: 'Check that the credentials may query it, and PROMETHEUS_HEADERS where it has tenants.',
  404: 'Check the path of PROMETHEUS_URL: the query API must lie at api/v1/query below it.',
  429: 'It limits how often it may be asked; raise the limit, or ask for fewer namespaces.',
};
const gatewayStatuses = new Set([502, 503, 504]);

/** The error that stands for an answer which is none. */
export async function refusal({ statusCode, headers, body }: HttpAnswer): Promise<ViglaError> {
  if (statusCode >= 300 && statusCode < 400) {
    await body.dump();
    return new ViglaError(
      'source_failed',
      `Prometheus redirects to ${originAndPath(headers.location)}, and Vigla asks no other address than the one it ` +
        'was given. Set PROMETHEUS_URL to the address that answers.',
      { fault: 'redirected' },
    );
  }
  let text = '';
  for await (const part of textOf(body, maximumErrorBytes)) text += part;
  const told = toldError(text);
  if (told !== undefined) return told;
  const said = text.trim() === '' || text.trimStart().startsWith('<') ? '' : `: ${text.trim().slice(0, 200)}`;
  const message = `Prometheus answered HTTP ${statusCode}${said}. ${adviceByStatus[statusCode] ?? 'Look into its log.'}`;
  const code = gatewayStatuses.has(statusCode) ? 'source_unreachable' : 'source_failed';
  return new ViglaError(code, message, { fault: answerFault(statusCode) });
}
