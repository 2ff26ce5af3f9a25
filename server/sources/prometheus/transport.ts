import { readFileSync } from 'node:fs';
import { Agent, type Dispatcher, request } from 'undici';
import { messageOf, ViglaError } from '#server/errors.ts';

export type TransportOptions = {
  url: string;
  headers?: Record<string, string> | undefined;
  bearerToken?: string | undefined;
  basic?: { username: string; password: string } | undefined;
  /** Authorities to trust instead of the system's: PEM text, or the file that holds it. */
  ca?: string | undefined;
  caFile?: string | undefined;
  insecureSkipVerify?: boolean | undefined;
  /** Requests beyond it wait for their turn. */
  maxConcurrent?: number | undefined;
};

type Form = Record<string, string>;
export type HttpAnswer = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>;

export type Transport = {
  /** Where requests go, without credentials. */
  address: string;
  send(path: string, form: Form, signal: AbortSignal): Promise<HttpAnswer>;
};

/**
 * Sends forms to one store and to no other address: redirects are answers, not orders. POST, because queries outgrow
 * URLs; GET for good once the store answered 405, as some read-only gateways do.
 * @throws ViglaError `bad_configuration` for a CA file that cannot be read, or credentials that cannot be decoded
 */
export function createTransport(options: TransportOptions): Transport {
  const base = new URL(options.url);
  const headers = headersOf(options, base);
  base.username = '';
  base.password = '';
  // A URL without a path has the path "/" all the same.
  const root = base.pathname.replace(/\/+$/, '');
  const dispatcher = new Agent({
    connections: options.maxConcurrent ?? 8,
    connect: { ca: authorities(options), rejectUnauthorized: options.insecureSkipVerify !== true },
  });
  let method: 'POST' | 'GET' = 'POST';

  async function send(path: string, form: Form, signal: AbortSignal): Promise<HttpAnswer> {
    const url = new URL(base);
    url.pathname = root + path;
    if (method === 'GET') {
      for (const [name, value] of Object.entries(form)) url.searchParams.set(name, value);
      return await request(url, { method, headers, signal, dispatcher });
    }
    const answer = await request(url, {
      method,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      signal,
      dispatcher,
    });
    if (answer.statusCode !== 405) return answer;
    await answer.body.dump();
    method = 'GET';
    return await send(path, form, signal);
  }

  return { address: `${base.origin}${root}`, send };
}

function headersOf({ headers, bearerToken, basic }: TransportOptions, url: URL): Record<string, string> {
  const { username, password } = basic ?? {
    username: decoded(url.username),
    password: decoded(url.password),
  };
  const authorization =
    bearerToken !== undefined
      ? { authorization: `Bearer ${bearerToken}` }
      : username !== '' && {
          authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        };
  return { accept: 'application/json', ...headers, ...authorization };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    const message = 'PROMETHEUS_URL: the user and the password in it must be percent-encoded';
    throw new ViglaError('bad_configuration', message, { cause });
  }
}

function authorities({ ca, caFile }: TransportOptions): string | undefined {
  if (caFile === undefined) return ca;
  try {
    return readFileSync(caFile, 'utf8');
  } catch (cause) {
    const message = `PROMETHEUS_CA_FILE: "${caFile}" cannot be read: ${messageOf(cause)}`;
    throw new ViglaError('bad_configuration', message, { cause });
  }
}
