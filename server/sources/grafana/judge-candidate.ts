import { ViglaError } from '#server/errors.ts';
import type { HttpClient } from '#server/sources/observed/http-client.ts';
import type { Judgement } from '#server/sources/observed/service-search.ts';
import { withinMs } from '#server/sources/observed/within-ms.ts';
import { askGrafana } from './ask-grafana.ts';
import { readHealth, readHits } from './read-answers.ts';
import { istioWord } from './wanted-dashboards.ts';

const answerMs = 2_000;

/**
 * Whether something answers as Grafana, and has a dashboard of Istio. One that wants credentials may still be the one; its
 * status says so.
 * @throws ViglaError `source_failed`, `source_timeout`, or what the client throws
 */
export function judgeCandidate(client: HttpClient, signal: AbortSignal): Promise<Judgement> {
  return withinMs(answerMs, signal, async (limited) => {
    readHealth(await askGrafana(client, { path: '/api/health', signal: limited }));
    try {
      const parameters = { type: 'dash-db', query: istioWord, limit: '1' };
      const hits = readHits(await askGrafana(client, { path: '/api/search', parameters, signal: limited }));
      return { isOfMesh: hits.length > 0 };
    } catch (error) {
      const isRefusal =
        error instanceof ViglaError && (error.fault === 'unauthorized' || error.fault === 'forbidden');
      if (isRefusal) return { isOfMesh: false };
      throw error;
    }
  });
}
