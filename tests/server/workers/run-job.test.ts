import { expect, test } from 'vitest';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { runJob } from '#server/workers/run-job.ts';
import { dumpWithRoutes } from '#tests/support/made-dump.ts';

const parameters = { nowMs: 0, shiftMs: 0 };
/** Above a megabyte, so that a worker thread reads it. */
const large = dumpWithRoutes(5000);

test('a large dump is read by the worker thread, with the same result', async () => {
  expect(large.length).toBeGreaterThan(1_000_000);
  const result = await runJob(routesJob, { inputs: [large], parameters });
  expect(result.rows).toHaveLength(5000);
  expect(result).toEqual(routesJob.run([large], parameters));
});

test('what a job throws in the worker arrives with its code and words', async () => {
  const broken = new Uint8Array(1_100_000).fill('x'.charCodeAt(0));
  await expect(runJob(routesJob, { inputs: [broken], parameters })).rejects.toMatchObject({
    name: 'ViglaError',
    code: 'source_failed',
    message: expect.stringContaining('is not JSON'),
  });
});

test('who goes away gets the reason, and takes nothing from the others', async () => {
  const leaving = new AbortController();
  const waiting = new AbortController();
  const running = runJob(routesJob, { inputs: [large], parameters, signal: leaving.signal });
  const queued = runJob(routesJob, { inputs: [large], parameters, signal: waiting.signal });
  const other = runJob(routesJob, { inputs: [large], parameters });
  waiting.abort(new Error('the tab was closed'));
  leaving.abort(new Error('the browser was closed'));
  await expect(running).rejects.toThrow('the browser was closed');
  await expect(queued).rejects.toThrow('the tab was closed');
  expect((await other).rows).toHaveLength(5000);
});

test('a question that was cancelled before it is asked costs nothing', async () => {
  const signal = AbortSignal.abort(new Error('too late'));
  await expect(runJob(routesJob, { inputs: [large], parameters, signal })).rejects.toThrow('too late');
});

test('a small dump is read at once', async () => {
  const result = await runJob(routesJob, { inputs: [dumpWithRoutes(3)], parameters });
  expect(result.rows).toHaveLength(3);
});
