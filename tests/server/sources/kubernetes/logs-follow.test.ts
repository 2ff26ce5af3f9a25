import { afterEach, describe, expect, test } from 'vitest';
import type { StoredLine } from '#server/sources/interface.ts';
import { sendJson } from '#tests/support/local-server.ts';
import {
  type LogServer,
  podHasEnded,
  podRuns,
  question,
  readAll,
  refuse,
  startLogServer,
} from '#tests/support/log-server.ts';

let server: LogServer | undefined;
const follow = { ...question, follow: true };

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function started(...options: Parameters<typeof startLogServer>): Promise<LogServer> {
  server = await startLogServer(...options);
  return server;
}

function at(second: number, text: string): string {
  return `2026-11-21T02:01:${String(second).padStart(2, '0')}.500000001Z ${text}\n`;
}

/** Texts until there are so many of them, and then no more. */
async function take(count: number, { logs }: LogServer, asked = follow): Promise<string[]> {
  const left = new AbortController();
  const lines: StoredLine[] = [];
  for await (const batch of logs.read(asked, left.signal)) {
    lines.push(...batch);
    if (lines.length >= count) left.abort();
  }
  return lines.map(({ text }) => text);
}

describe('while the container runs, the log is opened again at the last line, without loss or doubling', () => {
  const all = [at(1, 'a'), at(2, 'b'), at(2, 'b'), at(2, 'c'), at(3, 'd'), at(4, 'e')];

  test('after a rotation, which ends the answer', async () => {
    const one = await started((response, { form }, count) => {
      expect(form.get('sinceTime')).toBe(count === 1 ? null : '2026-11-21T02:01:02.500000001Z');
      // The kubelet reads whole seconds only, so everything of the second comes again.
      if (count === 1) return response.end(all.slice(0, 3).join(''));
      return response.writeHead(200).write(all.slice(1).join(''));
    });
    expect(await take(6, one)).toEqual(['a', 'b', 'b', 'c', 'd', 'e']);
  });

  test('after a cut in the middle of a line', async () => {
    const one = await started((response, _, count) => {
      if (count > 1) return response.writeHead(200).write(all.slice(1).join(''));
      response.writeHead(200).write(`${all[0]}${all[1]}2026-11-21T02:01:02.5000`);
      return setImmediate(() => response.destroy());
    });
    expect(await take(6, one)).toEqual(['a', 'b', 'b', 'c', 'd', 'e']);
  });

  test('after silence, also where the kubelet sends not even the head of an answer', async () => {
    const one = await started(
      (response, _, count) => {
        if (count === 2) response.writeHead(200).write(all[0]);
        if (count === 3) response.writeHead(200).write(all.join(''));
      },
      { timing: { quietMs: 300 } },
    );
    expect(await take(6, one)).toEqual(['a', 'b', 'b', 'c', 'd', 'e']);
  });

  test('after the API server refused for a while, and could not be asked for the pod either', async () => {
    const one = await started(
      (response, _, count) => {
        if (count === 1) return response.end(all[0]);
        if (count < 4) return refuse(response, 503, 'the server is starting');
        return response.writeHead(200).write(all.join(''));
      },
      { pod: (response, _, count) => (count < 3 ? refuse(response, 500, 'etcd') : podRuns(response)) },
    );
    expect(await take(6, one)).toEqual(['a', 'b', 'b', 'c', 'd', 'e']);
  });

  test('lines without a stamp stay with the line before them', async () => {
    const one = await started((response, _, count) => {
      if (count === 1) return response.end(`${all[0]}  at a.js:1\n`);
      return response.writeHead(200).write(`${all[0]}  at a.js:1\n${all[4]}  at d.js:1\n`);
    });
    expect(await take(4, one)).toEqual(['a', '  at a.js:1', 'd', '  at d.js:1']);
  });
});

describe('following ends', () => {
  test('when the container has ended, with the last line although it lacks a line feed', async () => {
    const one = await started((response) => response.end(`${at(1, 'a')}2026-11-21T02:01:02Z bye`), {
      pod: podHasEnded,
    });
    expect((await readAll(one.logs, follow)).map(({ text }) => text)).toEqual(['a', 'bye']);
  });

  test('when the container waits to start again', async () => {
    const one = await started((response, _, count) =>
      count === 1
        ? response.end(at(1, 'a'))
        : refuse(response, 400, 'container "cart" in pod "cart-1" is waiting to start: CrashLoopBackOff'),
    );
    expect((await readAll(one.logs, follow)).map(({ text }) => text)).toEqual(['a']);
  });

  test('when the pod is gone, and says so', async () => {
    const one = await started((response) => response.end(at(1, 'a')), {
      pod: (response) => refuse(response, 404, 'pods "cart-1" not found'),
    });
    await expect(readAll(one.logs, follow)).rejects.toMatchObject({
      code: 'not_found',
      message: 'Pod shop/cart-1 is gone: it was deleted while its log was followed.',
    });
  });

  test('when the container has never started, and says so', async () => {
    const one = await started((response) =>
      refuse(response, 400, 'container "cart" in pod "cart-1" is waiting to start: PodInitializing'),
    );
    await expect(readAll(one.logs, follow)).rejects.toMatchObject({
      message: 'Container cart of pod cart-1 has not started yet (PodInitializing), so it has no log.',
    });
  });

  test('when the right to read is taken away, and says so', async () => {
    const one = await started((response, _, count) =>
      count === 1 ? response.end(at(1, 'a')) : refuse(response, 403, 'no right'),
    );
    await expect(readAll(one.logs, follow)).rejects.toMatchObject({
      message: expect.stringContaining('Grant its account the verb get on pods/log.'),
    });
  });

  test('when the node stays away, after several tries', async () => {
    const one = await started((response) =>
      refuse(response, 502, 'dial tcp 10.0.0.7:10250: no route to host'),
    );
    await expect(readAll(one.logs, follow)).rejects.toMatchObject({
      code: 'source_unreachable',
      message:
        'The node of pod cart-1 does not answer for its log: dial tcp 10.0.0.7:10250: no route to host.',
    });
    expect(one.asked().length).toBeGreaterThan(5);
  });

  test('where the pod may not be read, with the answer itself', async () => {
    const one = await started((response) => response.end(at(1, 'a')), {
      pod: (response) => sendJson(response, { code: 403, message: 'no right to pods' }, 403),
    });
    expect((await readAll(one.logs, follow)).map(({ text }) => text)).toEqual(['a']);
  });
});
