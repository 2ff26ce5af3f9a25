import { type IstiodEndpoint, type IstiodQuestion, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';
import { messageOf } from '#server/errors.ts';
import type { LoadContext, ProxyName } from '#server/sources/interface.ts';
import { runJob } from '#server/workers/run-job.ts';
import type { Collecting } from './collecting.ts';
import { redactAnswerJob } from './redact-answer-job.ts';

/** What istiod says of the mesh as a whole, without secrets. */
export async function* loadIstiodParts(
  { missing }: Collecting,
  context: LoadContext,
): AsyncGenerator<LineOf<'istiod'>> {
  const endpoints = Object.keys(istiodEndpoints).filter(isOfMesh);
  for (const endpoint of endpoints) {
    const line = await loadLine({ endpoint }, { missing }, context);
    if (line !== undefined) yield line;
  }
}

/** What istiod has for one proxy. */
export function loadIstiodDump(
  { namespace, pod }: ProxyName,
  collecting: Pick<Collecting, 'missing'>,
  context: LoadContext,
): Promise<LineOf<'istiod'> | undefined> {
  const parameters = { proxyID: `${pod}.${namespace}`, include_eds: 'true' };
  return loadLine({ endpoint: 'config_dump', parameters }, collecting, context);
}

function isOfMesh(endpoint: string): endpoint is IstiodEndpoint {
  return Object.entries(istiodEndpoints).some(([name, { isPerProxy }]) => name === endpoint && !isPerProxy);
}

async function loadLine(
  question: IstiodQuestion,
  { missing }: Pick<Collecting, 'missing'>,
  { sources: { istiod }, signal }: LoadContext,
): Promise<LineOf<'istiod'> | undefined> {
  const { endpoint, parameters } = question;
  const proxyId = parameters?.proxyID;
  const what = proxyId === undefined ? endpoint : `${endpoint} of ${proxyId}`;
  try {
    const replies = (await istiod?.ask(question, signal)) ?? [];
    const answers: LineOf<'istiod'>['answers'] = [];
    for (const { replica, revision, body, failure } of replies) {
      if (failure !== undefined && failure.code !== 'not_connected')
        missing.add('istiod', `${what} of ${replica}: ${failure.message}`);
      const said =
        body === undefined
          ? { failure }
          : { text: await runJob(redactAnswerJob, { inputs: [body], parameters: null, signal }) };
      answers.push({ replica, ...(revision !== undefined && { revision }), ...said });
    }
    return { part: 'istiod', endpoint, ...(proxyId !== undefined && { proxyId }), answers };
  } catch (error) {
    signal.throwIfAborted();
    missing.add('istiod', `${what}: ${messageOf(error)}`);
    return undefined;
  }
}
