import { type IstiodEndpoint, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import type { SentAnswer } from '../mutate/mutate-answer.ts';
import type { FuzzedSource } from '../run-cases.ts';
import { answeringPort, type PortRequest } from './answering-port.ts';
import { baseMesh, questionsTo } from './base-mesh.ts';

const questions = questionsTo(
  /^\/api\/(mesh|status|proxies|proxies\/\{namespace\}\/\{pod\}(\/(drift|compare|raw.*|clusters))?|config\/.*\/envoy|canaries\/\{kind\}.*)$|^\/api\/mesh\//,
);
const asked = new Set<string>();

/** Every debug endpoint of istiod that Vigla asks for. */
export const fuzzedIstiod: FuzzedSource = {
  openCase({ chance, answer }) {
    const istiod = createIstiod({
      forwardPort: answeringPort(async (request) => answer(await answerOf(request))),
      objects: baseMesh.objects,
      timeoutMs: 20_000,
      limitBytes: 64_000_000,
    });
    return { sources: { ...baseMesh, istiod }, questions: [chance.of(questions), chance.of(questions)] };
  },
};

/** Endpoints that were asked for in any case. */
export function askedEndpoints(): ReadonlySet<string> {
  return asked;
}

async function answerOf({ path, parameters }: PortRequest): Promise<SentAnswer> {
  const endpoint = endpointAt(path);
  asked.add(endpoint);
  const question = { endpoint, parameters: Object.fromEntries(parameters) };
  const [answer] = (await baseMesh.istiod?.ask(question)) ?? [];
  const headers = { 'content-type': 'application/json' };
  if (answer?.body !== undefined) return { status: 200, headers, body: Buffer.from(answer.body) };
  return { status: 404, headers: {}, body: Buffer.from('Proxy not connected to this Pilot instance\n') };
}

function endpointAt(path: string): IstiodEndpoint {
  for (const name of Object.keys(istiodEndpoints)) {
    if (isEndpoint(name) && istiodEndpoints[name].path === path) return name;
  }
  throw new Error(`istiod was asked for ${path}`);
}

function isEndpoint(name: string): name is IstiodEndpoint {
  return Object.hasOwn(istiodEndpoints, name);
}
