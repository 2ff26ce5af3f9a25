import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { boundServers, closeServers } from '#server/http/stop/http-servers.ts';

test("a server's time limits are set with its first request, and it waits for requests when it is closed", async () => {
  boundServers();
  const answered = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    if (request.url === '/slow') await answered.promise;
    response.end('done');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  await (await fetch(url)).text();
  expect([server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]).toEqual([
    15_000, 120_000, 75_000,
  ]);
  const received = new Promise((resolve) => server.once('request', resolve));
  const slow = fetch(`${url}/slow`);
  await received;
  const closed = closeServers(60_000);
  await expect(fetch(url)).rejects.toThrow();
  answered.resolve();
  expect(await (await slow).text()).toBe('done');
  expect(await closed).toBe(true);
});
