import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..', '..');
const handler = z.custom<(request: Request, path: { params: Promise<unknown> }) => Promise<Response>>(
  (value) => typeof value === 'function',
);
const moduleSchema = z.object({ GET: handler.optional(), POST: handler.optional() });

export type RouteAnswer = { address: string; status: number; headers: string; text: string };
export type RouteQuestion = {
  /** As in the contract: `/api/proxies/{namespace}/{pod}`. */
  route: string;
  address: string;
  token?: string | undefined;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Of a stream only what comes first is read. */
  isStream?: boolean;
};

/** Asks the handler that the framework would call for an address. */
export async function askRoute(question: RouteQuestion): Promise<RouteAnswer> {
  const { route, address, token, body, isStream } = question;
  const file = join(root, 'app', `${route.replaceAll(/\{(\w+)\}/g, '[$1]')}`, 'route.ts');
  if (!existsSync(file)) throw new Error(`${route} has no file`);
  const { GET, POST } = moduleSchema.parse(await import(file));
  const answer = body === undefined ? GET : POST;
  if (answer === undefined) throw new Error(`${route} has no handler for this method`);
  const left = new AbortController();
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
  };
  const request = new Request(`http://vigla.test${address}`, {
    headers,
    signal: left.signal,
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  const response = await answer(request, { params: Promise.resolve(paramsOf(route, request.url)) });
  const text = isStream === true ? await firstOf(response) : await wholeOf(response);
  left.abort();
  return { address, status: response.status, headers: JSON.stringify([...response.headers]), text };
}

async function wholeOf(response: Response): Promise<string> {
  const isZipped = response.headers.get('content-type') === 'application/gzip';
  return isZipped ? gunzipSync(await response.arrayBuffer()).toString('utf8') : response.text();
}

function paramsOf(route: string, url: string): Record<string, string> {
  const parts = new URL(url).pathname.split('/');
  return Object.fromEntries(
    route.split('/').flatMap((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(parts[index] ?? '')]];
    }),
  );
}

const streamedMs = 1_500;

async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), streamedMs));
  let text = '';
  for (;;) {
    const next = await Promise.race([reader.read(), timeout]);
    if (next === undefined || next.done) break;
    text += decoder.decode(next.value, { stream: true });
  }
  await reader.cancel();
  return text;
}
