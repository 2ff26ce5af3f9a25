import { expect } from 'vitest';
import type { GraphEdge } from '#lib/contract/graph.ts';

/** Every figure is rounded on its own, so a sum of rows is off by a little. */
const rounding = 0.002;

/** Of each reporter named in an edge's rows: the shares are 1 together, the rates what the reporter saw of the edge. */
export function expectRowsToAddUp({ id, protocol, responses = [], reporters = {} }: GraphEdge): void {
  if (protocol !== 'tcp') expect([id, responses.length]).not.toEqual([id, 0]);
  const keys = responses.map(({ code, flags, host, reporter }) => `${code}|${flags}|${host}|${reporter}`);
  expect([id, new Set(keys).size]).toEqual([id, keys.length]);
  for (const [reporter, rows] of Map.groupBy(responses, (row) => row.reporter)) {
    const share = rows.reduce((sum, row) => sum + row.share, 0);
    const rate = rows.reduce((sum, row) => sum + row.requestsPerSecond, 0);
    const seen = reporters[reporter]?.requestsPerSecond ?? 0;
    expect([id, reporter, Math.abs(share - 1) < rounding]).toEqual([id, reporter, true]);
    expect([id, reporter, Math.abs(rate / seen - 1) < rounding]).toEqual([id, reporter, true]);
  }
}
