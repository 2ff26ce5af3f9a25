import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { EnvoySource, ObjectsSnapshot } from '#server/sources/interface.ts';

const answersByPath = z.record(z.string(), z.unknown());
type ReadPacked = (name: string) => Promise<unknown>;

/** The recorded admin answers of the proxies. */
export function recordedEnvoySource(read: ReadPacked, objects: () => Promise<ObjectsSnapshot>): EnvoySource {
  return {
    admin: async ({ namespace, pod }, path) => {
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
    },
  };
}
