import { describe, expect, test } from 'vitest';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import { type ErrorCode, ViglaError } from '#server/errors.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

const recording = createRecording({});
const query = {
  fn: 'sum' as const,
  selector: { metric: 'istio_requests_total', matchers: [] },
  by: ['reporter'],
};
const range = { startSeconds: 0, endSeconds: 60, stepSeconds: 30 };
const search = { tags: {}, fromMs: 0, toMs: 1, errorsOnly: false, limit: 1 };
const hidden = 'The Kubernetes API, through which observability/prometheus is asked, could not be reached.';

/** Each rejects as it would where the source is asked through the API server. */
function failing(code: ErrorCode): Sources {
  const fail = () => Promise.reject(new ViglaError(code, hidden));
  const { traces, istiod } = recording;
  if (traces === undefined || istiod === undefined) throw new Error('the recording has traces and an istiod');
  return {
    ...recording,
    metrics: { ...recording.metrics, query: fail, queryRange: fail, exemplars: fail },
    traces: { ...traces, services: fail, search: fail, trace: fail },
    istiod: { ...istiod, ask: fail },
  };
}

const questions: readonly [name: string, ask: (sources: Sources) => Promise<unknown> | undefined][] = [
  ['Prometheus', ({ metrics }) => metrics.query(query, 0)],
  ['Prometheus', ({ metrics }) => metrics.queryRange(query, range)],
  ['Prometheus', ({ metrics }) => metrics.exemplars?.(query, range)],
  ['The trace store', ({ traces }) => traces?.services()],
  ['The trace store', ({ traces }) => traces?.search(search)],
  ['The trace store', ({ traces }) => traces?.trace('1')],
  ['istiod', ({ istiod }) => istiod?.ask({ endpoint: 'syncz' })],
];

describe.each(['source_failed', 'source_unreachable', 'source_timeout'] as const)('%s', (code) => {
  const sources = failing(code);

  test.each(questions)('of %s is told, and not why (%#)', async (name, ask) => {
    const error = await ask(restrictSources(sources, { namespaces: new Set(['shop']) }))?.catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code });
    expect(String(error)).toMatch(new RegExp(`${name} .*control plane is told why`));
    expect(String(error)).not.toContain('observability');
  });

  test.each(questions)('of %s is told whole to who may see the control plane (%#)', async (_, ask) => {
    const namespaces = new Set(['shop', 'istio-system']);
    await expect(ask(restrictSources(sources, { namespaces }))).rejects.toThrow(hidden);
  });
});

test('what is no failure of a source keeps its words', async () => {
  const shop = restrictSources(failing('bad_parameter'), { namespaces: new Set(['shop']) });
  await expect(shop.metrics.query(query, 0)).rejects.toThrow(hidden);
});
