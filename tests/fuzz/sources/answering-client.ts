import type { HttpAnswer, HttpClient, HttpRequest } from '#server/sources/observed/http-client.ts';
import type { SentAnswer } from '../mutate/mutate-answer.ts';

/** The way to a store that stands in this very process. */
export function answeringClient(answer: (request: HttpRequest) => Promise<SentAnswer>): HttpClient {
  const address = 'http://store.test';
  return {
    address,
    urlOf(path, parameters = {}) {
      const url = new URL(address + path);
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url;
    },
    async send(request) {
      const { status, headers, body } = await answer(request);
      return { statusCode: status, headers, body: bodyOf(body) };
    },
  };
}

/** In several pieces, as bytes come over a wire. */
function bodyOf(bytes: Buffer): HttpAnswer['body'] {
  const size = Math.max(1, Math.ceil(bytes.length / 3));
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return Object.assign(pieces(), { dump: async () => undefined });
}
