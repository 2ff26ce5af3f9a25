import { createHttpClient, type HttpClient, type HttpRequest } from '#server/sources/observed/http-client.ts';
import { startServer } from '#tests/support/local-server.ts';
import type { SentAnswer } from '../mutate/mutate-answer.ts';

export type ClientOf = (answer: (request: HttpRequest) => Promise<SentAnswer>) => HttpClient;

/** A store behind a real socket: the client is the one that Vigla uses, and answers as the latest case does. */
export async function startAnsweringServer(): Promise<{ clientOf: ClientOf; stop(): Promise<void> }> {
  let answer: (request: HttpRequest) => Promise<SentAnswer>;
  const { signal } = new AbortController();
  const server = await startServer(async (response, { method, path, form }) => {
    const fields = Object.fromEntries(form);
    const asked = {
      method: method === 'POST' ? 'POST' : 'GET',
      path,
      parameters: fields,
      form: fields,
      signal,
    } as const;
    const { status, headers, body } = await answer(asked);
    response.writeHead(status, headers).end(body);
  });
  return {
    clientOf(next) {
      answer = next;
      return createHttpClient('PROMETHEUS', { url: server.url });
    },
    stop: () => server.stop(),
  };
}
