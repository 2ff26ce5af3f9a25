import { expect, test } from 'vitest';
import { containerMarks } from '#components/logs/container-marks.ts';
import { logsNotes } from '#components/logs/logs-notes.ts';
import type { LogContainer, LogLine, Logs } from '#lib/contract/logs.ts';
import { logLine } from '#tests/support/log-line.ts';

const reviews: LogContainer = {
  pod: 'pod-a',
  container: 'reviews',
  role: 'app',
  state: 'running',
  isRead: true,
  lineCount: 1,
  isCut: false,
  hasPrevious: false,
};
const proxy: LogContainer = { ...reviews, container: 'istio-proxy', role: 'proxy' };
const nothingJoined = { byRequestId: 0, byTraceId: 0, byTime: 0, without: 0 };

type Said = {
  containers?: LogContainer[];
  lines?: LogLine[];
  joined?: Logs['joined'];
  isRecording?: boolean;
  dropped?: number;
};

function notesOf(said: Said): string[] {
  const { containers = [reviews, proxy], lines = [], joined = nothingJoined } = said;
  return logsNotes({
    logs: { containers, lines, joined, command: '' },
    lines,
    marks: containerMarks(containers),
    followed: { troubles: {}, dropped: said.dropped ?? 0 },
    isRecording: said.isRecording ?? false,
  });
}

test.each<[string, Said, string[]]>([
  ['nothing to say', { lines: [logLine({ id: 'a', atMs: 1 })] }, []],
  [
    'one container cut by the tail',
    { containers: [reviews, { ...proxy, isCut: true }] },
    ['Older lines were left out of istio-proxy'],
  ],
  [
    'all containers cut by the tail',
    { containers: [{ ...reviews, isCut: true }] },
    ['Older lines of each were left out'],
  ],
  [
    'a container that did not start',
    { containers: [reviews, { ...proxy, state: 'CreateContainerConfigError', isRead: false }] },
    ['1 container not read'],
  ],
  [
    'an init container that is done, which misses nothing',
    { containers: [reviews, { ...proxy, role: 'init', state: 'Completed', isRead: false }] },
    [],
  ],
  [
    'a line of ten megabytes',
    { lines: [logLine({ id: 'a', atMs: 1, cutBytes: 10_000_000 })] },
    ['1 long line cut, 10\u00a0MB left out'],
  ],
  [
    'binary bytes',
    { lines: [logLine({ id: 'a', atMs: 1, isBinary: true })] },
    ['1 line with bytes that are no text; they stand as \uFFFD'],
  ],
  [
    'a line without a time',
    { lines: [logLine({ id: 'a' })] },
    ['1 line without a time; it stands behind the line before'],
  ],
  ['dropped lines', { dropped: 3 }, ['3 followed lines missing: they came faster than the page took them']],
  [
    'joined spans',
    { joined: { byRequestId: 12, byTraceId: 0, byTime: 2, without: 7 } },
    ['Spans joined: 12 by request id, 2 by time (a guess), 7 without a span'],
  ],
])('%s', (_, said, expected) => {
  expect(notesOf(said)).toEqual(expected);
});

test('a recording says that its lines are older than they look', () => {
  expect(notesOf({ isRecording: true }).join()).toContain('as if they were just written');
});
