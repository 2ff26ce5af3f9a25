import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { startVigla } from '#tests/support/started-vigla.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Sends the beginning of a request and no more; answers what came back and after how long the connection was closed. */
async function stall(url: string, beginning: string): Promise<{ answer: string; seconds: number }> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const startedAt = performance.now();
  await once(socket, 'connect');
  socket.write(beginning);
  const answer = await text(socket);
  return { answer, seconds: (performance.now() - startedAt) / 1000 };
}

test('clients that never end their requests are cut off, and others are served meanwhile', async () => {
  const server = await startVigla({ VIGLA_MODE: 'demo' });
  try {
    const slow = Array.from({ length: 50 }, () =>
      stall(server.url, 'GET /api/graph HTTP/1.1\r\nHost: vigla\r\nX-Slow: '),
    );
    expect((await fetch(`${server.url}/api/services`)).status).toBe(200);
    const cut = await Promise.all(slow);
    const seconds = cut.map((one) => one.seconds);
    console.log(
      `50 unfinished heads were cut off after ${Math.min(...seconds)} to ${Math.max(...seconds)} s`,
    );
    expect(new Set(cut.map(({ answer }) => answer.split('\r\n')[0]))).toEqual(
      new Set(['HTTP/1.1 408 Request Timeout']),
    );
    // 15 s are allowed, and Node looks every 30 s.
    expect(Math.min(...seconds)).toBeGreaterThan(10);
    expect(Math.max(...seconds)).toBeLessThan(120);
  } finally {
    server.signal('SIGTERM');
    await server.ended;
  }
});
