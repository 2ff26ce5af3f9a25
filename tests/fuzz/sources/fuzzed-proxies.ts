import { type AdminPath, adminPaths } from '#lib/proxy/admin-paths.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { Sources } from '#server/sources/interface.ts';
import { ambientContext } from '#tests/support/ambient-recording.ts';
import type { RouteQuestion } from '#tests/support/leaks/ask-route.ts';
import type { SentAnswer } from '../mutate/mutate-answer.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { answeringPort, type PortRequest } from './answering-port.ts';
import { baseMesh, questionsTo, thinMesh } from './base-mesh.ts';

/** The administration of Envoys, by every way in which pages ask for it. */
export const fuzzedEnvoys = fuzzedAdministration(
  baseMesh,
  questionsTo(/^\/api\/(proxies\/|config\/.*\/envoy|callers|canaries\/\{kind\})/),
);

const ztunnel = { namespace: 'istio-system', pod: 'ztunnel-x7k2p' };

/** The administration of ztunnels. */
export const fuzzedZtunnels = fuzzedAdministration(
  thinMesh(ambientContext().sources),
  questionsTo(/^\/api\/(ztunnels\/|mesh\/ambient)/).map((question) => ({
    ...question,
    address: question.address.replace(/(ztunnels)\/[^/]+\/[^/]+/, `$1/${ztunnel.namespace}/${ztunnel.pod}`),
  })),
);

function fuzzedAdministration(mesh: Sources, questions: readonly RouteQuestion[]): FuzzedSource {
  return {
    openCase({ chance, answer }) {
      const envoy = createEnvoy({
        forwardPort: answeringPort(async (request) => answer(await answerOf(mesh, request))),
        objects: mesh.objects,
        timeoutMs: 20_000,
        limitBytes: 64_000_000,
        isWritable: true,
      });
      const sources = { ...mesh, envoy };
      return { sources, questions: [chance.of(questions), chance.of(questions), chance.of(questions)] };
    },
  };
}

async function answerOf(
  { envoy }: Sources,
  { namespace, pod, path: address }: PortRequest,
): Promise<SentAnswer> {
  const path = address.slice(1);
  const body = isAdminPath(path)
    ? await envoy?.admin({ namespace, pod }, { path, parameters: {} }).catch(() => undefined)
    : undefined;
  if (body === undefined) return { status: 404, headers: {}, body: Buffer.from('invalid path\n') };
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
}

function isAdminPath(path: string): path is AdminPath {
  return Object.hasOwn(adminPaths, path);
}
