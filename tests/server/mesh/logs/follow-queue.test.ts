import { expect, test } from 'vitest';
import type { LogEvent, LogLine } from '#lib/contract/logs.ts';
import { FollowQueue } from '#server/mesh/logs/follow-queue.ts';

function lines(...texts: string[]): LogEvent {
  const line = (text: string): LogLine => ({
    id: text,
    pod: 'p',
    container: 'c',
    level: 'info',
    text,
    spans: [],
  });
  return { kind: 'lines', lines: texts.map(line) };
}

const ended: LogEvent = { kind: 'container', pod: 'p', container: 'c', state: 'ended', text: 'Ended.' };

function short(event: LogEvent): string {
  if (event.kind === 'lines') return event.lines.map(({ text }) => text).join('');
  return event.kind === 'dropped' ? `-${event.count}` : event.state;
}

async function all(queue: FollowQueue): Promise<string[]> {
  const events: string[] = [];
  for await (const event of queue.events()) events.push(short(event));
  return events;
}

test('lines that wait go together, and events keep their order', async () => {
  const queue = new FollowQueue();
  for (const event of [lines('a'), lines('b', 'c'), ended, lines('d')]) queue.push(event);
  queue.close();
  expect(await all(queue)).toEqual(['abc', 'ended', 'd']);
});

test('who waits is given what comes', async () => {
  const queue = new FollowQueue();
  const events = queue.events();
  const first = events.next();
  queue.push(lines('a'));
  expect((await first).value).toEqual(lines('a'));
  const second = events.next();
  queue.close();
  expect((await second).done).toBe(true);
});

test('beyond the bound the oldest lines are dropped, and counted first', async () => {
  const queue = new FollowQueue(3);
  for (const event of [lines('a', 'b'), ended, lines('c', 'd', 'e')]) queue.push(event);
  queue.close();
  expect(await all(queue)).toEqual(['-2', 'ended', 'cde']);
});

test('a batch that is larger than the bound keeps its end, and the sentence says what to do', async () => {
  const queue = new FollowQueue(2);
  queue.push(lines('a', 'b', 'c'));
  expect((await queue.events().next()).value).toEqual({
    kind: 'dropped',
    count: 1,
    text: '1 line is missing here: they came faster than this page took them. Choose fewer containers to see all.',
  });
});
