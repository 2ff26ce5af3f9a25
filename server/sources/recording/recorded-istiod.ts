import { z } from 'zod';
import { type IstiodAnswer, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import type { IstiodSource, ObjectsSnapshot } from '#server/sources/interface.ts';
import { allowedIstiod } from '#server/sources/observed/allowed-question.ts';

const answersByName = z.record(z.string(), z.unknown());
type ReadPacked = (name: string) => Promise<unknown>;
const encoder = new TextEncoder();

/** istiod's recorded answers: of one replica, the one that the recording has. */
export function recordedIstiodSource(
  read: ReadPacked,
  objects: () => Promise<ObjectsSnapshot>,
): IstiodSource {
  return {
    ask: async (question) => {
      allowedIstiod(question);
      const { endpoint, parameters } = question;
      const { Pod: pods } = (await objects()).objects;
      const istiod = pods.find(({ metadata }) => metadata.labels.app === 'istiod');
      const replica = {
        replica: istiod?.metadata.name ?? 'istiod',
        revision: istiod?.metadata.labels['istio.io/rev'],
      };
      const proxyId = istiodEndpoints[endpoint].isPerProxy ? parameters?.proxyID : undefined;
      const found = proxyId === undefined ? await wholeAnswer(endpoint) : await ofProxy(endpoint, proxyId);
      return [{ ...replica, ...found }];
    },
    status: async () => ({ id: 'istiod', state: 'ok' }),
  };

  async function wholeAnswer(endpoint: string): Promise<Found> {
    const answers = answersByName.parse(await read('istiod'));
    if (!Object.hasOwn(answers, endpoint))
      return failed('no_such_endpoint', `No answer of istiod to ${endpoint} was recorded.`);
    return bodyOf(answers[endpoint]);
  }

  async function ofProxy(endpoint: string, proxyId: string): Promise<Found> {
    const byProxy = answersByName.parse(await read(`istiod-${endpoint}`));
    const [pod = '', namespace = ''] = proxyId.split('.');
    const key = `${namespace}/${pod}`;
    if (!Object.hasOwn(byProxy, key)) return failed('not_connected', `istiod knows no proxy ${proxyId}.`);
    return bodyOf(byProxy[key]);
  }
}

type Found = Pick<Extract<IstiodAnswer, { body: Uint8Array }>, 'body'> | Pick<Failed, 'failure'>;
type Failed = Extract<IstiodAnswer, { failure: object }>;

function bodyOf(answer: unknown): Found {
  return { body: encoder.encode(typeof answer === 'string' ? answer : JSON.stringify(answer)) };
}

function failed(code: Failed['failure']['code'], message: string): Found {
  return { failure: { code, message } };
}
