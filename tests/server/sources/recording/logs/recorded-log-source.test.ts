import { describe, expect, test } from 'vitest';
import { incidentTargets } from '#server/sources/recording/model/behaviours.ts';
import { seedOf } from '#server/sources/recording/model/hash.ts';
import { hourAt, incidentOfHour } from '#server/sources/recording/model/incidents.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { readLog } from '#tests/support/read-log.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

const startedMs = recordedNowSeconds * 1000;
let nowMs = startedMs;
const { logs, traces } = createRecording({ now: () => nowMs });

const proxyOf = (namespace: string, pod: string) => ({ namespace, pod, container: 'istio-proxy' });
const productpage = proxyOf('bookinfo', 'productpage-v1-28plfps84f-nlf6t');
const batch = { namespace: 'legacy', pod: 'batch-6lfct6p4pv-qht8v', container: 'batch' };

describe('what is read', () => {
  test('as many of the newest lines as are asked, oldest first', async () => {
    const lines = await readLog(logs, { ...productpage, tailLines: 120 });
    const times = lines.map(({ atMs }) => atMs ?? 0);
    expect(lines).toHaveLength(120);
    expect([...times].sort((one, other) => one - other)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(startedMs);
    expect(await readLog(logs, { ...productpage, tailLines: 50 })).toEqual(lines.slice(-50));
  });

  test('no line before the time that is asked, and every one since', async () => {
    const all = await readLog(logs, { ...productpage, tailLines: 800 });
    const fromMs = all[400]?.atMs ?? 0;
    const since = await readLog(logs, { ...productpage, fromMs });
    expect(since).toEqual(all.filter(({ atMs }) => (atMs ?? 0) >= fromMs));
  });

  test('the recorded lines stand as they were written, at times moved to now', async () => {
    const lines = await readLog(logs, { ...batch });
    expect(lines[0]?.text).toBe('2026-11-21T01:59:35.736025Z level=info app=batch msg="started"');
    expect(lines).toHaveLength(27);
    expect(startedMs - (lines[0]?.atMs ?? 0)).toBeLessThan(4 * 60_000);
    const proxyLines = await readLog(logs, { ...productpage, fromMs: startedMs - 240_000 });
    const recorded = proxyLines.filter(({ text }) => text.includes('"load/0000"'));
    expect(recorded[0]?.text).toMatch(/^\[2026-11-21T02:01:18\.\d{3}Z\] "GET /);
  });

  test('an app writes a line for each request that its proxy passed on', async () => {
    const app = { ...productpage, container: 'productpage' };
    const [line] = (await readLog(logs, { ...app, tailLines: 1 })).slice(-1);
    expect(line?.text).toMatch(
      /^2026-11-21T12:59:\S+Z level=info app=productpage-v1 msg="GET \/\S+ 200 request_id=[0-9a-f-]{36} traceparent="$/,
    );
  });

  test('a request id of a traced line finds its trace', async () => {
    const lines = await readLog(logs, { ...productpage, tailLines: 300, fromMs: startedMs - 20_000 });
    const ids = lines.flatMap(
      ({ text }) => /"([0-9a-f]{8}-[0-9a-f]{4}-9[0-9a-f-]{21})"/.exec(text)?.[1] ?? [],
    );
    const found = await traces?.search({
      tags: { 'guid:x-request-id': ids[0] ?? '' },
      fromMs: startedMs - 3_600_000,
      toMs: startedMs,
      errorsOnly: false,
      limit: 10,
    });
    expect(ids.length).toBeGreaterThan(5);
    expect(found?.traces).toHaveLength(1);
  });

  test('plaintext sent to a port that takes mutual TLS only is in the log of the receiver alone', async () => {
    const lines = await readLog(logs, { ...productpage, fromMs: startedMs - 15_000 });
    const refused = lines.filter(({ text }) => text.includes('filter_chain_not_found'));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.at(-1)?.text).toMatch(
      /^\[\S+Z\] "- - -" 0 NR filter_chain_not_found - "-" 0 0 0 - "-" "-" "-" "-" "-" - - 10\.244\.2\.6:9080 10\.244\.3\.10:\d+ - -$/,
    );
    const caller = await readLog(logs, { ...batch, fromMs: startedMs - 15_000 });
    expect(caller).toEqual([]);
  });

  test('in the hour of an incident the version that is hit writes its failures', async () => {
    const incident = Array.from({ length: 48 }, (_, back) => hourAt(recordedNowSeconds) - 1 - back)
      .map((hour) => incidentOfHour(seedOf('vigla'), hour, incidentTargets))
      .find(({ target }) => target === 'bookinfo/reviews-v3');
    const pod = proxyOf('bookinfo', 'reviews-v3-rmwljp4qzb-dj46d');
    const endMs = (incident?.endSeconds ?? 0) * 1000;
    const failed: string[] = [];
    let lastMs = 0;
    // Whoever reads on no further than a time costs no more than that, however long ago it is.
    for await (const lines of logs?.read({ ...pod, fromMs: endMs - 60_000 }, new AbortController().signal) ??
      []) {
      lastMs = lines.at(-1)?.atMs ?? lastMs;
      failed.push(
        ...lines.flatMap(({ text }) =>
          / 500 - via_upstream .* inbound\|9080\|\| /.test(text) ? [text] : [],
        ),
      );
      if (lastMs > endMs) break;
    }
    expect(failed.length).toBeGreaterThan(5);
    expect(lastMs).toBeLessThan(endMs + 600_000);
  });

  test('a proxy without listeners writes nothing new', async () => {
    const rejected = proxyOf('broken', 'rejected-sq7gxhrjzn-pccgw');
    expect(await readLog(logs, { ...rejected, fromMs: startedMs - 19_000 })).toEqual([]);
  });
});

describe('what is not there', () => {
  test.each([
    [{ ...batch, pod: 'gone' }, 'There is no pod legacy/gone.'],
    [
      { ...batch, container: 'istio-proxy' },
      'Pod legacy/batch-6lfct6p4pv-qht8v has no container istio-proxy; it has batch.',
    ],
    [
      { ...batch, previous: true },
      'Container batch of pod legacy/batch-6lfct6p4pv-qht8v has no earlier run: nothing restarted in the recorded mesh.',
    ],
  ])('is named: %o', async (question, message) => {
    await expect(readLog(logs, question)).rejects.toMatchObject({ code: 'not_found', message });
  });
});

test('following gives new lines as their time comes, and ends when nobody listens any more', async () => {
  const ending = new AbortController();
  const seen: number[] = [];
  const texts = new Set<string>();
  let count = 0;
  for await (const batchOfLines of logs?.read(
    { ...productpage, tailLines: 10, follow: true },
    ending.signal,
  ) ?? []) {
    for (const { atMs = 0, text } of batchOfLines) {
      seen.push(atMs);
      texts.add(text);
      count += 1;
    }
    if (nowMs >= startedMs + 3000) ending.abort();
    nowMs += 1500;
  }
  nowMs = startedMs;
  expect(count).toBeGreaterThan(50);
  expect(texts.size).toBe(count);
  expect([...seen].sort((one, other) => one - other)).toEqual(seen);
  expect(seen.at(-1)).toBeGreaterThan(startedMs + 2000);
  nowMs = startedMs + 3000;
  const whole = await readLog(logs, { ...productpage, fromMs: seen[0] ?? 0 });
  nowMs = startedMs;
  expect(whole.filter(({ text }) => texts.has(text))).toHaveLength(count);
  expect(whole).toHaveLength(count);
});
