import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ApiError, apiAddress, fetchAnswer } from '#lib/api-client.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server of the test's own that answers as told; gives its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function answerOf(status: number, body: string): Promise<unknown> {
  const base = await serve((_, response) => response.writeHead(status).end(body));
  return fetchAnswer({ path: `${base}/api/thing`, schema: z.object({ name: z.string() }) }).catch(
    (error) => error,
  );
}

test('an answer comes with its warnings', async () => {
  const warnings = [{ code: 'slow', source: 'prometheus', message: 'Prometheus is slow.' }];
  expect(await answerOf(200, JSON.stringify({ data: { name: 'x' }, warnings }))).toEqual({
    data: { name: 'x' },
    warnings,
  });
});

test('a problem keeps its code, title, detail and parameter', async () => {
  const problem = {
    type: 'about:blank',
    status: 400,
    title: 'Bad parameter',
    detail: '"x" is no range',
    code: 'bad_parameter',
    parameter: 'range',
  };
  const error = await answerOf(400, JSON.stringify(problem));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    status: 400,
    code: 'bad_parameter',
    detail: '"x" is no range',
    parameter: 'range',
  });
});

test('an answer of another shape is an error that says where it differs', async () => {
  const error = await answerOf(200, JSON.stringify({ data: { name: 7 }, warnings: [] }));
  expect(error).toMatchObject({ code: 'unexpected_answer', status: 200 });
  expect(String(error)).toContain('First difference: name: ');
});

test('a page of a proxy in between is an error, not a crash', async () => {
  expect(await answerOf(502, '<html>Bad gateway</html>')).toMatchObject({
    code: 'unexpected_answer',
    status: 502,
  });
});

test('a server that is gone is said to be unreachable', async () => {
  const base = await serve((request) => request.socket.destroy());
  const error = await fetchAnswer({ path: `${base}/api/thing`, schema: z.unknown() }).catch(
    (problem) => problem,
  );
  expect(error).toMatchObject({ code: 'unreachable', status: 0 });
});

test('a request that was given up fails as such, not as unreachable', async () => {
  const abort = new AbortController();
  const base = await serve(() => abort.abort());
  const question = { path: `${base}/api/thing`, schema: z.unknown(), signal: abort.signal };
  await expect(fetchAnswer(question)).rejects.toThrow(/abort/i);
});

test('absent parameters are left out of an address', () => {
  expect(apiAddress('/api/graph', { range: '10m', at: undefined })).toBe('/api/graph?range=10m');
  expect(apiAddress('/api/status', {})).toBe('/api/status');
});
