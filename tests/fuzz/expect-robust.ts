import { expect } from 'vitest';
import { type FuzzedSource, runCases } from './run-cases.ts';
import { describeTally } from './tally.ts';

/** Runs the cases of a source, or a share of them, prints what came of them, and wants none to have failed. */
export async function expectRobust(name: string, source: FuzzedSource, share = 1): Promise<void> {
  const tally = await runCases(name, source, share);
  console.log(describeTally(name, tally));
  expect(tally.failures).toEqual([]);
  // Where nothing gets through any more, only the refusals are tried.
  if (process.env.VIGLA_FUZZ_CASE === undefined)
    expect(tally.outcomes.get('answered') ?? 0).toBeGreaterThan(0);
}
