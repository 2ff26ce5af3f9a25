import { createTracing } from '#server/sources/tracing/tracing.ts';
import { type StoreKind, startTraceStore } from '#tests/support/trace-stores.ts';
import type { SentAnswer } from '../mutate/mutate-answer.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { answeringClient } from './answering-client.ts';
import type { ClientOf } from './answering-server.ts';
import { baseMesh, questionsTo } from './base-mesh.ts';
import { remembered } from './remembered.ts';
import { thinnedBytes } from './thinned.ts';

/** What the recorded stores were asked for. */
const services = ['checkout', 'istio-ingressgateway', 'productpage', 'reviews'];
const otherService = 'productpage.bookinfo';
const traceId = '0b0cf867381ed979df8319403c32b4f6';

const questions = questionsTo(/\/traces(\/|$)|^\/api\/status$/).map((question) => ({
  ...question,
  address: question.address.replace(/^\/api\/traces\/[0-9a-f]{32}/, `/api/traces/${traceId}`),
}));

/** One store of the kind, whose recorded answers are asked for once. */
export async function fuzzedTraces(
  kind: StoreKind,
  clientOf: ClientOf = answeringClient,
): Promise<FuzzedSource & { stop(): Promise<void> }> {
  const store = await startTraceStore(kind);
  const once = remembered<SentAnswer>();
  const answerOf = (address: string) =>
    once(address, async () => {
      const answer = await fetch(store.url + address);
      const headers = { 'content-type': answer.headers.get('content-type') ?? '' };
      return { status: answer.status, headers, body: thinnedBytes(await answer.bytes()) };
    });

  return {
    stop: () => store.stop(),
    openCase({ chance, answer }) {
      const client = clientOf(async ({ path, parameters = {} }) =>
        answer(await answerOf(`${path}?${new URLSearchParams(asRecorded(path, parameters))}`)),
      );
      const traces = createTracing({
        client,
        provider: chance.of(['auto', kind === 'tempo' ? 'tempo' : 'jaeger']),
        externalUrl: 'https://traces.example.com',
        timeoutMs: 20_000,
        delay: async () => undefined,
      });
      return { sources: { ...baseMesh, traces }, questions: [chance.of(questions)] };
    },
  };
}

/** The same question about a service that the recording knows. */
function asRecorded(path: string, parameters: Record<string, string>): Record<string, string> {
  const { service, 'query.service_name': name, q, ...rest } = parameters;
  const known = (text = '') => (services.includes(text.split('.')[0] ?? '') ? text : otherService);
  const isSearch = path.endsWith('/trace-summaries') || path.endsWith('/traces');
  return {
    ...rest,
    ...(isSearch && { service: known(service), 'query.service_name': known(name) }),
    ...(q !== undefined && {
      q: q.replace(/(resource\.service\.name = ")([^"]+)/, (_all, start, text) => start + known(text)),
    }),
  };
}
