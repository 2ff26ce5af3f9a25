import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { EnvoySource, ObjectsSnapshot, ProxyName } from '#server/sources/interface.ts';
import { allowedAdmin } from '#server/sources/observed/allowed-question.ts';

const answersByPath = z.record(z.string(), z.unknown());
type ReadPacked = (name: string) => Promise<unknown>;
export type ReadAnswer = (proxy: ProxyName, path: string) => Promise<unknown>;
const encoder = new TextEncoder();

/** One recorded answer of a proxy: parsed JSON, or text. @throws ViglaError `not_found` */
export function recordedAnswers(read: ReadPacked, objects: () => Promise<ObjectsSnapshot>): ReadAnswer {
  return async ({ namespace, pod }, path) => {
    const { Pod: pods } = (await objects()).objects;
    const recorded = pods.find(({ metadata }) => metadata.namespace === namespace && metadata.name === pod);
    const containers = [...(recorded?.spec.initContainers ?? []), ...(recorded?.spec.containers ?? [])];
    if (!containers.some(({ name }) => name === 'istio-proxy')) {
      throw new ViglaError('not_found', `No answers of a proxy ${namespace}/${pod} were recorded.`);
    }
    const answers = answersByPath.parse(await read(`envoy/${namespace}.${pod}`));
    if (!Object.hasOwn(answers, path))
      throw new ViglaError('not_found', `No answer of Envoy to ${path} was recorded.`);
    return answers[path];
  };
}

/** The recorded administration of the proxies; masks and filters are not applied, whole answers are given. */
export function recordedEnvoySource(answerOf: ReadAnswer): EnvoySource {
  return {
    admin: async (proxy, question) => {
      allowedAdmin(question);
      const answer = await answerOf(proxy, question.path);
      return encoder.encode(typeof answer === 'string' ? answer : JSON.stringify(answer));
    },
  };
}
