import { createGrafana } from '#server/sources/grafana/grafana.ts';
import { jsonAnswer, type SentAnswer } from '../mutate/mutate-answer.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { answeringClient } from './answering-client.ts';
import { baseMesh, questionsTo } from './base-mesh.ts';

const questions = questionsTo(/^\/api\/(status|dashboards)$/);
const titles = ['Mesh', 'Service', 'Workload', 'Performance', 'Control Plane'].map(
  (name) => `Istio ${name} Dashboard`,
);

/** Grafana: its health, searches and dashboards. */
export const fuzzedGrafana: FuzzedSource = {
  openCase({ chance, answer }) {
    const grafana = createGrafana({
      client: answeringClient(async ({ path }) => answer(answerTo(path))),
      externalUrl: 'https://grafana.example.com',
      timeoutMs: 20_000,
      delay: async () => undefined,
    });
    const { signal } = new AbortController();
    return {
      sources: { ...baseMesh, grafana },
      questions: [chance.of(questions)],
      calls: [() => grafana.dashboards(signal), () => grafana.status()],
    };
  },
};

function answerTo(path: string): SentAnswer {
  if (path.endsWith('/health')) return jsonAnswer({ database: 'ok', version: '12.1.0', commit: 'abc' });
  if (path.endsWith('/search'))
    return jsonAnswer(
      titles.map((title, index) => ({ id: index, orgId: 1, uid: `istio-${index}`, title, type: 'dash-db' })),
    );
  const uid = path.slice(path.lastIndexOf('/') + 1);
  const variables = ['datasource', 'service', 'workload', 'namespace'].map((name) => ({
    name,
    type: name === 'datasource' ? name : 'query',
  }));
  return jsonAnswer({ dashboard: { uid, title: titles[0], templating: { list: variables } }, meta: {} });
}
