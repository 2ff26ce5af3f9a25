import { expect, test } from 'vitest';
import { lineCommand } from '#components/logs/detail/line-command.ts';
import { prettyJson } from '#components/logs/detail/pretty-json.ts';
import { logFile } from '#components/logs/download-logs.ts';
import { formatLineTime } from '#components/logs/line-time.ts';
import { accessLog, logLine } from '#tests/support/log-line.ts';

test('an access line is found again by its request id, from its second on', () => {
  const line = logLine({ id: 'a', atMs: 1_700_000_000_999, access: accessLog({ requestId: '4a0b-25' }) });
  expect(lineCommand(line, 'bookinfo')).toBe(
    "kubectl logs -n bookinfo pod-a -c reviews --timestamps --since-time=2023-11-14T22:13:20.000Z | grep -F -- '4a0b-25'",
  );
});

test('another line is found by its text, quoted for the shell', () => {
  const line = logLine({ id: 'a', text: "can't read" });
  expect(lineCommand(line, 'shop')).toBe(
    `kubectl logs -n shop pod-a -c reviews --timestamps | grep -F -- 'can'\\''t read'`,
  );
});

test.each([
  ['{"a":1,"b":[2]}', '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}'],
  ['{"a":1', undefined],
  ['[2026-11-21T02:01:43.242Z] "GET / HTTP/1.1" 200', undefined],
  ['plain', undefined],
])('%s is pretty as %j', (text, expected) => {
  expect(prettyJson(text)).toBe(expected);
});

test('a download has the lines as kubectl writes them, or one document a line', () => {
  const lines = [logLine({ id: 'a', atMs: 0, text: 'first' }), logLine({ id: 'b', text: 'second' })];
  expect(logFile(lines, { name: 'reviews', format: 'text' })).toEqual({
    name: 'reviews-logs.txt',
    content: '[pod/pod-a/reviews] 1970-01-01T00:00:00.000Z first\n[pod/pod-a/reviews] - second\n',
    type: 'text/plain',
  });
  const { name, content } = logFile(lines, { name: 'reviews', format: 'jsonLines' });
  expect(name).toBe('reviews-logs.jsonl');
  expect(
    content
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text),
  ).toEqual(['first', 'second']);
});

test('times have milliseconds, also before the first tenth', () => {
  expect(formatLineTime({ epochMs: 1_700_000_000_007.9, zone: 'utc' })).toBe('22:13:20.007');
});
