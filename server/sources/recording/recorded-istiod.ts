import { z } from 'zod';
import { ViglaError } from '#server/errors.ts';
import type { IstiodSource } from '#server/sources/interface.ts';

const answersByName = z.record(z.string(), z.unknown());
type ReadPacked = (name: string) => Promise<unknown>;

/** Debug answers with a proxy in their query; the rest is one file. */
const perProxy = ['config_dump', 'sidecarz', 'telemetryz', 'ndsz'];

/** istiod's recorded debug answers, e.g. `syncz` or `config_dump?proxyID=<pod>.<namespace>`. */
export function recordedIstiodSource(read: ReadPacked): IstiodSource {
  return {
    debug: async (name) => {
      const [answer = '', query = ''] = name.split('?');
      const proxyId = new URLSearchParams(query).get('proxyID');
      if (proxyId !== null && perProxy.includes(answer)) return proxyAnswer(read, answer, proxyId);
      const answers = answersByName.parse(await read('istiod'));
      if (!Object.hasOwn(answers, answer))
        throw new ViglaError('not_found', `No answer of istiod named ${answer} was recorded.`);
      return answers[answer];
    },
    status: async () => ({ id: 'istiod', state: 'ok' }),
  };
}

async function proxyAnswer(read: ReadPacked, answer: string, proxyId: string): Promise<unknown> {
  const [pod = '', namespace = ''] = proxyId.split('.');
  const byProxy = answersByName.parse(await read(`istiod-${answer}`));
  const key = `${namespace}/${pod}`;
  if (!Object.hasOwn(byProxy, key)) throw new ViglaError('not_found', `istiod knows no proxy ${proxyId}.`);
  return byProxy[key];
}
