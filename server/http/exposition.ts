import { ViglaError } from '#server/errors.ts';
import { demoMetrics } from '#server/sources/recording/exposition.ts';
import { getSources } from '#server/sources/sources.ts';
import { ownMetrics } from '#server/telemetry.ts';
import { problemResponse } from './problem.ts';

function exposition(text: string, contentType: string): Response {
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}

/** `GET /metrics`: Vigla's own, in Prometheus' text format. */
export async function metrics(): Promise<Response> {
  const { text, contentType } = await ownMetrics();
  return exposition(text, contentType);
}

/** `GET /demo/metrics`: the modelled Istio metrics of the recorded mesh; there are none outside the demo. */
export async function recordedMetrics(): Promise<Response> {
  const sources = getSources();
  if (sources.mode !== 'demo') {
    return problemResponse(new ViglaError('not_found', 'Only the demo has modelled metrics to scrape'));
  }
  const { body, contentType } = await demoMetrics(sources);
  return exposition(body, contentType);
}
