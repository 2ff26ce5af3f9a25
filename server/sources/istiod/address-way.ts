import { readFile } from 'node:fs/promises';
import { messageOf, ViglaError } from '#server/errors.ts';
import { boundedText } from '#server/sources/observed/bounded-text.ts';
import { createHttpClient } from '#server/sources/observed/http-client.ts';
import { originAndPath } from '#server/sources/observed/origin-and-path.ts';
import { tooLargeAdvice, type Way } from './way.ts';

export type IstiodAddress = {
  url: string;
  /** Holds a token that istiod takes; read for each question, since such tokens are renewed on disk. */
  tokenFile?: string | undefined;
  caFile?: string | undefined;
};

/**
 * An istiod outside of the cluster by the address of its debug endpoints, as one replica. It answers whoever shows a token
 * of a service account that it takes for its own namespace's, with one of its own audiences (`istio-ca`).
 * @throws ViglaError `bad_configuration` for a CA file that cannot be read
 */
export function addressWay({ url, tokenFile, caFile }: IstiodAddress, limitBytes: number): Way {
  const client = createHttpClient('ISTIOD', { url, caFile });
  const { hostname, port, protocol } = new URL(url);
  const own = {
    namespace: '',
    pod: hostname,
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    revision: undefined,
  };
  return {
    replicas: () => ({ running: [own], waiting: [] }),
    address: () => client.address,
    whereabouts: () => `at ${client.address}`,
    async send(_replica, path, signal) {
      const { pathname, searchParams } = new URL(path, 'http://istiod');
      const answer = await client.send({
        method: 'GET',
        path: pathname,
        parameters: Object.fromEntries(searchParams),
        headers: { accept: '*/*', ...(await authorization(tokenFile)) },
        signal,
      });
      if (answer.statusCode >= 300 && answer.statusCode < 400) {
        await answer.body.dump();
        throw new ViglaError(
          'source_failed',
          `istiod redirects to ${originAndPath(answer.headers.location)}, and Vigla asks no other address. Set ISTIOD_URL to the one that answers.`,
          { fault: 'redirected' },
        );
      }
      const what = `The answer of istiod to ${path}`;
      let text = '';
      for await (const part of boundedText(answer.body, { limitBytes, what, advice: tooLargeAdvice }))
        text += part;
      return { status: answer.statusCode, body: new TextEncoder().encode(text) };
    },
  };
}

async function authorization(tokenFile: string | undefined): Promise<Record<string, string>> {
  if (tokenFile === undefined) return {};
  try {
    return { authorization: `Bearer ${(await readFile(tokenFile, 'utf8')).trim()}` };
  } catch (error) {
    const message = `ISTIOD_TOKEN_FILE: the token for istiod cannot be read: ${messageOf(error)}`;
    throw new ViglaError('source_failed', message, { cause: error });
  }
}
