import { readFileSync } from 'node:fs';
import { Agent, type Dispatcher, request } from 'undici';
import { messageOf, ViglaError } from '#server/errors.ts';

export type HttpClientOptions = {
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

export type HttpAnswer = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'> & {
  body: AsyncIterable<unknown> & { dump(): Promise<unknown> };
};

export type HttpRequest = {
  method: 'GET' | 'POST';
  /** Below the configured address. */
  path: string;
  parameters?: Record<string, string>;
  form?: Record<string, string>;
  /** Beside those that every request has. */
  headers?: Readonly<Record<string, string>>;
  signal: AbortSignal;
};

export type HttpClient = {
  /** Where requests go, without credentials. */
  readonly address: string;
  /** The address of a path with its parameters, without credentials. */
  urlOf(path: string, parameters?: Record<string, string>): URL;
  send(request: HttpRequest): Promise<HttpAnswer>;
};

/**
 * Sends requests to one store and to no other address: redirects are answers, not orders. `variables` is how the
 * settings of the store begin, such as `PROMETHEUS`.
 * @throws ViglaError `bad_configuration` for a CA file that cannot be read, or credentials that cannot be decoded
 */
export function createHttpClient(variables: string, options: HttpClientOptions): HttpClient {
  const base = new URL(options.url);
  const headers = headersOf(variables, options, base);
  base.username = '';
  base.password = '';
  // A URL without a path has the path "/" all the same.
  const root = base.pathname.replace(/\/+$/, '');
  const dispatcher = new Agent({
    connections: options.maxConcurrent ?? 8,
    connect: { ca: authorities(variables, options), rejectUnauthorized: options.insecureSkipVerify !== true },
  });

  function urlOf(path: string, parameters: Record<string, string> = {}): URL {
    const url = new URL(base);
    url.pathname = root + path;
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  return {
    address: `${base.origin}${root}`,
    urlOf,
    async send({ method, path, parameters, form, headers: own, signal }) {
      const body =
        form === undefined
          ? { headers: { ...headers, ...own } }
          : {
              headers: { ...headers, ...own, 'content-type': 'application/x-www-form-urlencoded' },
              body: new URLSearchParams(form).toString(),
            };
      return await request(urlOf(path, parameters), { method, signal, dispatcher, ...body });
    },
  };
}

function headersOf(
  variables: string,
  { headers, bearerToken, basic }: HttpClientOptions,
  url: URL,
): Record<string, string> {
  const { username, password } = basic ?? {
    username: decoded(variables, url.username),
    password: decoded(variables, url.password),
  };
  const authorization =
    bearerToken !== undefined
      ? { authorization: `Bearer ${bearerToken}` }
      : username !== '' && {
          authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        };
  return { accept: 'application/json', ...headers, ...authorization };
}

function decoded(variables: string, part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    const message = `${variables}_URL: the user and the password in it must be percent-encoded`;
    throw new ViglaError('bad_configuration', message, { cause });
  }
}

function authorities(variables: string, { ca, caFile }: HttpClientOptions): string | undefined {
  if (caFile === undefined) return ca;
  try {
    return readFileSync(caFile, 'utf8');
  } catch (cause) {
    const message = `${variables}_CA_FILE: "${caFile}" cannot be read: ${messageOf(cause)}`;
    throw new ViglaError('bad_configuration', message, { cause });
  }
}
