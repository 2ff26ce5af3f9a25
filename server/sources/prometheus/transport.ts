import type { HttpAnswer, HttpClient } from '#server/sources/observed/http-client.ts';

type Form = Record<string, string>;

export type Transport = {
  /** Where requests go, without credentials. */
  readonly address: string;
  send(path: string, form: Form, signal: AbortSignal): Promise<HttpAnswer>;
};

/**
 * Sends forms to one store. POST, because queries outgrow URLs; GET for good once the store answered 405, as some
 * read-only gateways do.
 */
export function createTransport(client: HttpClient): Transport {
  let method: 'POST' | 'GET' = 'POST';

  async function send(path: string, form: Form, signal: AbortSignal): Promise<HttpAnswer> {
    if (method === 'GET') return await client.send({ method, path, parameters: form, signal });
    const answer = await client.send({ method, path, form, signal });
    if (answer.statusCode !== 405) return answer;
    await answer.body.dump();
    method = 'GET';
    return await send(path, form, signal);
  }

  return {
    get address() {
      return client.address;
    },
    send,
  };
}
