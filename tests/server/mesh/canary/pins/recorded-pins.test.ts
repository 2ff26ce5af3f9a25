import { describe, expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import { countRoutes } from '#server/mesh/canary/pins/count-routes.ts';
import { loadPinned } from '#server/mesh/canary/pins/load-pinned.ts';
import { sourceProxiesOf } from '#server/mesh/canary/source-proxies.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { readLog } from '#tests/support/read-log.ts';
import { recordedNowSeconds } from '#tests/support/recorded-traffic.ts';

/** An hour after the start: the lines that were recorded, which no counter knows, are an hour old. */
let nowMs = recordedNowSeconds * 1000;
const sources = createRecording({ now: () => nowMs });
const { objects, rootNamespace } = await sources.objects.snapshot();
nowMs += 3_600_000;
const nowSeconds = nowMs / 1000;
const context = { sources, nowSeconds, signal: new AbortController().signal, version: 'test' };
const windowSeconds = 300;
const window = { fromSeconds: nowSeconds - windowSeconds, toSeconds: nowSeconds };

const cases = [
  { split: 'reviews', caller: 'bookinfo/productpage-v1', pinned: [0, 0.1, 0] },
  { split: 'catalog-mesh', caller: 'bookinfo/productpage-v1', pinned: [0, 0] },
  { split: 'catalog-mesh', caller: 'shop/wordpress-v1', pinned: [0, 0] },
  { split: 'catalog-mesh', caller: 'shop/checkout', pinned: [0, 0] },
  { split: 'storefront', caller: 'shop/storefront-istio', pinned: [0, 0.23] },
] as const;

describe('pinned traffic of the recorded mesh is measured', () => {
  test.each(cases)('$split from $caller', async ({ split: name, caller, pinned }) => {
    const { source, split } = await measured(name, caller);
    const all = await everyLine(split, caller);
    const counted = await countersOf(split, caller);
    const lines = all.byVersion.map((names) => [...names.values()].reduce((sum, count) => sum + count, 0));
    console.info(
      `${name} from ${caller}: ${source.lines} lines read, shares ${source.pinnedShares.map((share) => share.toFixed(3)).join(' ')}; all lines ${lines.join(' ')}, counters ${counted.join(' ')}; ${source.why}`,
    );
    expect(source.isMeasured).toBe(true);
    // The model counts a request when it ends, a line is written then: only the window's ends differ.
    for (const [version, count] of counted.entries())
      expect(Math.abs(count - (lines[version] ?? 0))).toBeLessThanOrEqual(2);
    for (const [version, share] of pinned.entries()) {
      const deviation = Math.sqrt((share * (1 - share)) / (source.linesByVersion?.[version] ?? 1));
      expect(Math.abs((source.pinnedShares[version] ?? 0) - share)).toBeLessThanOrEqual(4 * deviation);
    }
  });
});

test('who sends nothing there is not measured, and it is said', async () => {
  const { source } = await measured('reviews', 'shop/wordpress-v1');
  expect([source.isMeasured, source.why]).toEqual([false, 'no access-log line of 1 proxy is of these hosts']);
});

function splitNamed(name: string) {
  const split = splitsOf(objects, rootNamespace).find(({ object }) => object.name === name);
  if (split === undefined) throw new Error(`${name} is a split`);
  return split;
}

function nameOf(caller: string) {
  const [namespace = '', workload = ''] = caller.split('/');
  return { namespace, workload };
}

async function measured(name: string, caller: string) {
  const split = splitNamed(name);
  const { bySource, warnings } = await loadPinned(split, [nameOf(caller)], window, context);
  const source = bySource.get(caller);
  if (source === undefined) throw new Error(`${caller} has no answer`);
  expect(warnings).toEqual([]);
  return { source, split };
}

/** All lines of the window, and not only the newest. */
async function everyLine(split: ReturnType<typeof splitNamed>, caller: string) {
  const [proxy] = sourceProxiesOf([nameOf(caller)], { objects, rootNamespace }, { inAll: 1 }).chosen;
  const { namespace = '', name: pod = '' } = proxy ?? {};
  const question = { namespace, pod, container: 'istio-proxy', fromMs: window.fromSeconds * 1000 };
  return countRoutes(
    (await readLog(sources.logs, question)).map(({ text }) => text),
    split,
  );
}

/** Requests by version as the caller's proxy counted them. */
async function countersOf({ versions }: ReturnType<typeof splitNamed>, caller: string): Promise<number[]> {
  const { namespace, workload } = nameOf(caller);
  const matchers = Object.entries({
    reporter: 'source',
    source_workload_namespace: namespace,
    source_workload: workload,
  }).map(([label, value]) => ({ label, is: '=' as const, value }));
  const selector = { metric: 'istio_requests_total', matchers };
  const by = ['destination_service', 'destination_workload'];
  const { rows } = await sources.metrics.query({ fn: 'increase', selector, windowSeconds, by }, nowSeconds);
  return versions.map(({ host, workloads }) =>
    rows
      .filter(
        ({ labels }) =>
          labels.destination_service === host && workloads.includes(labels.destination_workload ?? ''),
      )
      .reduce((sum, { value }) => sum + value, 0),
  );
}
