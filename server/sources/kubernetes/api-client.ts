import { HttpMethod, type KubeConfig, RequestContext } from '@kubernetes/client-node';
import { Agent, type Dispatcher, request } from 'undici';
import type { HttpAnswer } from '#server/sources/observed/http-client.ts';
import { countSourceCall } from '#server/telemetry.ts';
import { ApiError, codeOf, GarbledError } from './api-error.ts';
import type { Timing } from './timing.ts';

export type ApiRequest = { path: string; query?: Record<string, string | undefined>; signal: AbortSignal };

/** A question about a user's rights, or who that is: its spec, and in whose name it is asked where not in Vigla's own. */
export type ReviewRequest = {
  resource: keyof typeof reviewKinds;
  spec: object;
  headers?: Record<string, string | string[]>;
  signal: AbortSignal;
};
/** A question to a Service behind the API server; a form makes it a POST. */
export type ServiceRequest = {
  path: string;
  query?: Record<string, string>;
  form?: string;
  headers?: Readonly<Record<string, string>>;
  signal: AbortSignal;
};

/** Silence before the answer and within it, in milliseconds; `mayBeSilent` where it says nothing about the server. */
type Patience = { headMs: number; bodyMs: number; mayBeSilent?: boolean };

/**
 * GET, watch and streams against one API server, and reviews, which are the only thing it can post. Answers are
 * raw; whoever asks parses them.
 */
export type ApiClient = {
  /** For people: the server's address without credentials. */
  address: string;
  get(request: ApiRequest): Promise<unknown>;
  review(request: ReviewRequest): Promise<unknown>;
  /** The answer of a Service, whatever its status; how long it may take, the signal alone says. */
  askService(request: ServiceRequest): Promise<HttpAnswer>;
  /** Resolves once the server has accepted the watch; then yields its events until it ends, is cut or falls silent. */
  watch(request: ApiRequest): Promise<AsyncIterable<unknown>>;
  /**
   * The bytes of an answer as they come. With `mayBeSilent` nothing may come for `quietMs`, not even the head of the
   * answer: a kubelet sends it with the first line of a log. Leaving the loop closes the connection.
   */
  stream(request: ApiRequest & { mayBeSilent: boolean }): Promise<AsyncIterable<Buffer>>;
  close(): Promise<void>;
};

/**
 * Credentials (tokens, exec plugins, client certificates, proxies) are client-node's business. The transport is not:
 * its `Watch` drops lines that it cannot parse without a word, and makes a connection pool for each request that is
 * never closed. Here all requests share one pool, and silence, cuts and garbage all surface as errors.
 */
export function createApiClient(config: KubeConfig, timing: Timing): ApiClient {
  const server = config.getCurrentCluster()?.server ?? '';
  let pool: Dispatcher | undefined;

  async function send(
    asked: ApiRequest & Partial<Pick<ReviewRequest, 'headers'>> & { body?: string | undefined },
    patience: Patience,
  ): Promise<Dispatcher.ResponseData> {
    const url = new URL(server + asked.path);
    for (const [name, value] of Object.entries(asked.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const context = new RequestContext(url.href, HttpMethod.GET);
    await config.applySecurityAuthentication(context);
    pool ??= context.getDispatcher() ?? new Agent();
    const used = pool;
    const startedAt = performance.now();
    let outcome = 'ok';
    try {
      const response = await request(url, {
        dispatcher: used,
        // A log is plain text, but what goes wrong is told in JSON.
        headers: mergeHeaders(context.getHeaders(), { accept: 'application/json, */*', ...asked.headers }),
        ...(asked.body === undefined ? {} : { method: 'POST', body: asked.body }),
        headersTimeout: patience.headMs,
        bodyTimeout: patience.bodyMs,
        signal: asked.signal,
      });
      if (response.statusCode >= 300) outcome = 'source_failed';
      return response;
    } catch (error) {
      if (patience.mayBeSilent === true && codeOf(error) === 'UND_ERR_HEADERS_TIMEOUT') throw error;
      outcome = outcomeOf(error, asked.signal);
      // Certificates may have been renewed on disk meanwhile: the next request takes a pool with those of then.
      if (pool === used && !asked.signal.aborted) {
        pool = undefined;
        void used.close();
      }
      throw error;
    } finally {
      countSourceCall({ source: 'kubernetes', outcome, seconds: (performance.now() - startedAt) / 1000 });
    }
  }

  async function sendAndRead(asked: Parameters<typeof send>[0], expectedStatus: number): Promise<unknown> {
    const response = await send(asked, { headMs: timing.answerMs, bodyMs: timing.answerMs });
    const text = await response.body.text();
    const body = parseJson(text);
    if (response.statusCode !== expectedStatus) throw refusal(response, body);
    if (body === undefined)
      throw new GarbledError(`the answer to ${asked.path} is not JSON: ${excerpt(text)}`);
    return body;
  }

  return {
    address: withoutCredentials(server),
    get: (asked) => sendAndRead(asked, 200),
    review({ resource, spec, headers, signal }) {
      const { apiVersion, kind } = reviewKinds[resource];
      const path = `/apis/${apiVersion}/${resource}`;
      const body = JSON.stringify({ apiVersion, kind, spec });
      const sent = { path, body, headers: { 'content-type': 'application/json', ...headers }, signal };
      return sendAndRead(sent, 201);
    },
    askService({ form, headers, ...asked }) {
      const type = form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' };
      return send({ ...asked, body: form, headers: { ...headers, ...type } }, { headMs: 0, bodyMs: 0 });
    },
    async watch(asked) {
      const watching = { ...asked, query: { ...asked.query, watch: 'true' } };
      const response = await send(watching, { headMs: timing.answerMs, bodyMs: timing.quietMs });
      if (response.statusCode !== 200) throw refusal(response, parseJson(await response.body.text()));
      return readLines(response.body, asked.path);
    },
    async stream(asked) {
      const silenceMs = asked.mayBeSilent ? timing.quietMs : timing.answerMs;
      const patience = { headMs: silenceMs, bodyMs: silenceMs, mayBeSilent: asked.mayBeSilent };
      const response = await send(asked, patience);
      if (response.statusCode !== 200) throw refusal(response, parseJson(await response.body.text()));
      return response.body.on('error', () => undefined);
    },
    async close() {
      await pool?.destroy();
    },
  };
}

/** Case makes no two headers out of one: of two names for the user, a server may take the first. */
function mergeHeaders(own: Record<string, string>, given: NonNullable<ReviewRequest['headers']>) {
  const lower = Object.entries(own).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...Object.fromEntries(lower), ...given };
}

const reviewKinds = {
  selfsubjectaccessreviews: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview' },
  subjectaccessreviews: { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview' },
  selfsubjectreviews: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
} as const;

async function* readLines(body: Dispatcher.ResponseData['body'], path: string): AsyncIterable<unknown> {
  // Leaving the loop early destroys the body, which undici reports as an error that nobody else would take.
  body.on('error', () => undefined);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield readLine(line, path);
  }
  if (rest !== '') throw new GarbledError(`the watch on ${path} ended in the middle of a line`);
}

function readLine(line: string, path: string): unknown {
  const event = parseJson(line);
  if (event === undefined)
    throw new GarbledError(`a line of the watch on ${path} is not JSON: ${excerpt(line)}`);
  return event;
}

function withoutCredentials(server: string): string {
  const { origin, pathname } = new URL(server);
  return pathname === '/' ? origin : origin + pathname;
}

function outcomeOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'cancelled';
  return codeOf(error) === 'UND_ERR_HEADERS_TIMEOUT' ? 'source_timeout' : 'source_unreachable';
}

function refusal(response: Dispatcher.ResponseData, body: unknown): ApiError {
  const seconds = Number(response.headers['retry-after'] ?? 0);
  return new ApiError({
    status: response.statusCode,
    body,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : 0,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function excerpt(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
