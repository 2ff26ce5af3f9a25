import type { z } from 'zod';
import { messageOf, ViglaError } from '#server/errors.ts';
import { answerFault } from '#server/sources/observed/answer-fault.ts';
import { boundedText } from '#server/sources/observed/bounded-text.ts';
import type { HttpClient } from '#server/sources/observed/http-client.ts';
import { originAndPath } from '#server/sources/observed/origin-and-path.ts';

/** An answer whose status may be part of what it says. */
export type Reply = { status: number; text: string; path: string };
export type Parameters = Record<string, string>;

export type StoreClient = {
  readonly address: string;
  urlOf(path: string, parameters?: Parameters): string;
  /** Throws for what no dialect can understand: refused credentials, redirects, gateways without a store, too much. */
  get(path: string, parameters: Parameters, signal: AbortSignal): Promise<Reply>;
};

const adviceByStatus: Readonly<Record<number, string>> = {
  401: 'Check the credentials (TRACING_BEARER_TOKEN, or TRACING_USERNAME and TRACING_PASSWORD).',
  403: 'Check that the credentials may query it, and TRACING_HEADERS where it has tenants.',
  429: 'It limits how often it may be asked; raise the limit, or ask for a shorter time range.',
};
const gatewayStatuses = new Set([502, 503, 504]);

export function createStoreClient(client: HttpClient, limitBytes = 128_000_000): StoreClient {
  const what = "The trace store's answer";
  const advice = 'Ask for fewer traces, a shorter time range or one service.';
  return {
    get address() {
      return client.address;
    },
    urlOf: (path, parameters) => client.urlOf(path, parameters).href,
    async get(path, parameters, signal) {
      const {
        statusCode: status,
        headers,
        body,
      } = await client.send({ method: 'GET', path, parameters, signal });
      if (status >= 300 && status < 400) {
        await body.dump();
        throw new ViglaError(
          'source_failed',
          `The trace store redirects to ${originAndPath(headers.location)}, and Vigla asks no other address than the one it was given. Set TRACING_URL to the address that answers.`,
          { fault: 'redirected' },
        );
      }
      let text = '';
      for await (const part of boundedText(body, { limitBytes, what, advice })) text += part;
      const reply = { status, text, path };
      if (gatewayStatuses.has(status)) throw refusal(reply, 'source_unreachable');
      if (status in adviceByStatus) throw refusal(reply);
      return reply;
    },
  };
}

/** Whether the store has no such route: it says so, or shows a page of its screen instead. */
export function isAbsentRoute({ status, text }: Reply): boolean {
  return (
    status === 404 || status === 405 || status === 501 || (status === 200 && text.trimStart().startsWith('<'))
  );
}

/** What is thrown for an answer that does not help. */
export function refusal(
  reply: Reply,
  code: 'source_failed' | 'source_unreachable' = 'source_failed',
): ViglaError {
  return new ViglaError(code, messageAbout(reply), { fault: answerFault(reply.status) });
}

function messageAbout({ status, text, path }: Reply): string {
  const said = text.trim() === '' || text.trimStart().startsWith('<') ? '' : `: ${text.trim().slice(0, 300)}`;
  const ending = /[.!?]$/.test(said) || said === '' ? '' : '.';
  return `The trace store answered HTTP ${status} to ${path}${said}${said === '' ? '.' : ending} ${adviceByStatus[status] ?? 'Look into its log.'}`;
}

/** The body of an answer in the shape that is expected of it. Throws `source_failed` for any other. */
export function readJson<Schema extends z.ZodType>(reply: Reply, schema: Schema): z.output<Schema> {
  if (reply.status !== 200) throw refusal(reply);
  let value: unknown;
  try {
    value = JSON.parse(reply.text);
  } catch (cause) {
    const beginning = JSON.stringify(reply.text.trimStart().slice(0, 40));
    throw new ViglaError(
      'source_failed',
      `The trace store's answer to ${reply.path} is not JSON, or was cut off; it begins with ${beginning} (${messageOf(cause)}).`,
      { cause, fault: 'notThis' },
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ViglaError(
    'source_failed',
    `The trace store's answer to ${reply.path} cannot be used: ${issue?.path.join('.')}: ${issue?.message}. Check that TRACING_URL leads to Jaeger's or Tempo's query address.`,
    { fault: 'notThis' },
  );
}
