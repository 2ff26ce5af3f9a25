import { expect, test } from 'vitest';
import { timeOfLine } from '#server/mesh/logs/time-of-line.ts';

const at = Date.parse('2026-11-21T01:59:31Z');
const table: readonly [text: string, epochMs: number | undefined][] = [
  ['2026-11-21T01:59:31.553300Z\tinfo\tx', at + 553.3],
  ['[2026-11-21 01:59:31.553][15][warning] x', at + 553],
  ['2026/11/21 01:59:31 INFO x', at],
  ['2026-11-21 01:59:31,250 DEBUG x', at + 250],
  ['2026-11-21T03:59:31+02:00 x', at],
  ['10.0.0.1 - - [21/Nov/2026:02:59:31 +0100] "GET /"', at],
  ['{"ts":1795226371.5,"msg":"zap"}', at + 500],
  ['{"time":1795226371500,"msg":"pino"}', at + 500],
  ['{"@timestamp":"2026-11-21T01:59:31.5Z"}', at + 500],
  ['{"time":"soon"}', undefined],
  ['  at cart.js:12', undefined],
  ['2026-99-99T99:99:99Z', undefined],
];
for (const [text, epochMs] of table) {
  test(text, () => {
    if (epochMs === undefined) expect(timeOfLine(text)).toBeUndefined();
    else expect(timeOfLine(text)).toBeCloseTo(epochMs, 2);
  });
}
