import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PodStream } from '#server/sources/kubernetes/port-forward-stream.ts';
import { askOverStream } from '#server/sources/observed/ask-over-stream.ts';

const question = {
  method: 'GET',
  path: '/clusters',
  limitBytes: 10_000_000,
  what: 'The answer',
  advice: 'Ask for less.',
} as const;
const { signal } = new AbortController();
const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

/** A stream whose other end the test holds, and what became of its connection. */
function openStream() {
  const stream = new PodStream((text) => new Error(`the node says: ${text}`));
  const state = { calls: [] as string[], close: (_code: number) => undefined as unknown };
  stream.attach({
    pause: () => void state.calls.push('pause'),
    resume: () => void state.calls.push('resume'),
    terminate: () => void state.calls.push('terminate'),
    on: (_event, handle) => {
      state.close = handle;
    },
  });
  return { stream, state };
}

test('an answer comes through, the empty pieces that open each channel aside', async () => {
  const { stream, state } = openStream();
  const asked = askOverStream(stream, question, signal);
  stream.output.write(Buffer.alloc(0));
  stream.errors.write(Buffer.alloc(0));
  stream.output.write(Buffer.from(answer.slice(0, 20)));
  stream.output.write(Buffer.from(answer.slice(20)));
  expect(await asked).toEqual({ status: 200, body: new Uint8Array(Buffer.from('{}')) });
  expect(state.calls.at(-1)).toBe('terminate');
  expect(stream.destroyed).toBe(true);
});

test('what goes out is what was asked, and that nothing more will follow', async () => {
  const { stream } = openStream();
  const sent: string[] = [];
  stream.input.on('data', (bytes) => sent.push(String(bytes)));
  const asked = askOverStream(stream, question, signal);
  await turn();
  stream.output.write(Buffer.from(answer));
  await asked;
  expect(sent.join('')).toBe('GET /clusters HTTP/1.1\r\nhost: localhost\r\nConnection: close\r\n\r\n');
});

test('the words of the node fail the question, also those that come before anybody listens', async () => {
  const early = openStream();
  early.stream.errors.write(Buffer.from('connection refused'));
  await turn();
  await expect(askOverStream(early.stream, question, signal)).rejects.toThrow(
    'the node says: connection refused',
  );
  const late = openStream();
  const asked = askOverStream(late.stream, question, signal);
  late.stream.output.write(Buffer.from(answer.slice(0, 30)));
  late.stream.errors.write(Buffer.from('lost connection to pod'));
  await expect(asked).rejects.toThrow('the node says: lost connection to pod');
});

test('words of the node after the answer change nothing any more', async () => {
  const { stream } = openStream();
  const asked = askOverStream(stream, question, signal);
  await turn();
  stream.output.write(Buffer.from(answer));
  stream.errors.write(Buffer.from('broken pipe'));
  expect((await asked).status).toBe(200);
});

test.each([1000, 1001, 1005])('a pod that closes in good order (%i) ends the stream', async (code) => {
  const { stream, state } = openStream();
  const asked = askOverStream(stream, question, signal);
  await turn();
  stream.output.write(Buffer.from('HTTP/1.0 200 OK\r\n\r\nuntil the end'));
  state.close(code);
  expect(new TextDecoder().decode((await asked).body)).toBe('until the end');
});

test('a connection that is lost (1006) fails the question, even one without a known length', async () => {
  const { stream, state } = openStream();
  const asked = askOverStream(stream, question, signal);
  await turn();
  stream.output.write(Buffer.from('HTTP/1.0 200 OK\r\n\r\nuntil the'));
  state.close(1006);
  await expect(asked).rejects.toThrow('the port-forward was cut off (WebSocket code 1006)');
});

test('a reader who is slow holds the connection back', async () => {
  const { stream, state } = openStream();
  stream.output.write(Buffer.alloc(100_000));
  expect(state.calls).toEqual(['pause']);
  stream.resume();
  await turn();
  expect(state.calls).toContain('resume');
  stream.destroy();
});

test('a stream that was given up before its connection came ends it', () => {
  const stream = new PodStream(() => new Error('never'));
  stream.destroy();
  const calls: string[] = [];
  const note = (call: string) => () => void calls.push(call);
  stream.attach({
    pause: note('pause'),
    resume: note('resume'),
    terminate: note('terminate'),
    on: note('on'),
  });
  expect(calls).toContain('terminate');
});
