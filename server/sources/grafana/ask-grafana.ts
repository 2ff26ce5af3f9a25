import { messageOf, ViglaError } from '#server/errors.ts';
import { answerFault } from '#server/sources/observed/answer-fault.ts';
import { boundedText } from '#server/sources/observed/bounded-text.ts';
import type { HttpAnswer, HttpClient } from '#server/sources/observed/http-client.ts';
import { originAndPath } from '#server/sources/observed/origin-and-path.ts';

export type GrafanaQuestion = { path: string; parameters?: Record<string, string>; signal: AbortSignal };

/** Large dashboards have some hundred kilobytes. */
const limitBytes = 8_000_000;

const adviceByStatus: Readonly<Record<number, string>> = {
  401: 'It wants credentials: GRAFANA_BEARER_TOKEN of a service account beside GRAFANA_URL.',
  403: 'Its credentials need the role Viewer.',
  404: 'Check the path of GRAFANA_URL.',
};

/**
 * What Grafana answers to a question of its HTTP API, as JSON of no known shape.
 * @throws ViglaError `source_failed`, `source_unreachable` for a gateway with nobody behind it, `too_large`
 */
export async function askGrafana(
  client: HttpClient,
  { path, parameters, signal }: GrafanaQuestion,
): Promise<unknown> {
  const answer = await client.send({
    method: 'GET',
    path,
    ...(parameters !== undefined && { parameters }),
    signal,
  });
  if (answer.statusCode >= 300 && answer.statusCode < 400) throw await redirected(answer);
  const limits = { limitBytes, what: `Grafana's answer to ${path}`, advice: 'Links go on without it.' };
  let text = '';
  for await (const part of boundedText(answer.body, limits)) text += part;
  if (answer.statusCode !== 200) throw refused(answer.statusCode, { path, text });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const beginning = JSON.stringify(text.trimStart().slice(0, 40));
    const message = `Grafana's answer to ${path} is not JSON; it begins with ${beginning} (${messageOf(cause)}).`;
    throw new ViglaError('source_failed', message, { cause, fault: 'notThis' });
  }
}

async function redirected({ headers, body }: HttpAnswer): Promise<ViglaError> {
  await body.dump();
  return new ViglaError(
    'source_failed',
    `Grafana redirects to ${originAndPath(headers.location)}, and Vigla asks no other address than the one it was given.`,
    { fault: 'redirected' },
  );
}

function refused(status: number, { path, text }: { path: string; text: string }): ViglaError {
  const fault = answerFault(status);
  const advice =
    adviceByStatus[status] ?? (fault === 'gateway' ? 'Check that it runs.' : 'Look into its log.');
  const isTold = text.trim() !== '' && !text.trimStart().startsWith('<');
  const said = isTold ? `: ${text.trim().slice(0, 200)}` : '';
  return new ViglaError(
    fault === 'gateway' ? 'source_unreachable' : 'source_failed',
    `Grafana answered HTTP ${status} to ${path}${said}. ${advice}`,
    { fault },
  );
}
