import { type IstiodAnswer, type IstiodQuestion, istiodEndpoints } from '#lib/proxy/istiod-endpoints.ts';
import { seesRoot } from '#server/access/restrict/sees-root.ts';
import { namespaceOfName } from '#server/access/restrict/traces/span-namespace.ts';
import { guarded, type View } from '#server/access/restrict/view.ts';
import { withoutPlaces } from '#server/access/restrict/without-places.ts';
import { withoutReasons } from '#server/access/restrict/without-reasons.ts';
import { ViglaError } from '#server/errors.ts';
import type { IstiodSource, ObjectSource } from '#server/sources/interface.ts';
import { filterAnswer, filtersByEndpoint } from './filter-answer.ts';

/**
 * istiod's answers about proxies of visible namespaces. What is about the mesh as a whole is for those who may see its root
 * namespace; for others the replicas, which are pods there, go by numbers.
 */
export function restrictIstiod(
  istiod: IstiodSource,
  { objects, view }: { objects: ObjectSource; view: View },
): IstiodSource {
  const ask = withoutReasons(
    'istiod',
    { objects, view },
    async (question: IstiodQuestion, signal?: AbortSignal) => {
      const isWhole = await seesRoot({ objects, view }, signal);
      if (istiodEndpoints[question.endpoint].isPerProxy) {
        const proxy = question.parameters?.proxyID ?? '';
        if (!view.namespaces.has(namespaceOfName(proxy) ?? '')) return [unknownProxy(proxy)];
        const answers = await istiod.ask(question, signal);
        return isWhole ? answers : answers.map(withoutPod);
      }
      if (!isFiltered(question.endpoint) && question.endpoint !== 'version') {
        if (!isWhole) throw new ViglaError('forbidden', ofTheMesh);
        return istiod.ask(question, signal);
      }
      const answers = (await istiod.ask(question, signal)).map((answer) => filtered(answer, question, view));
      return isWhole ? answers : answers.map(withoutPod);
    },
  );
  return {
    ask: guarded(view, ask),
    status: withoutPlaces(() => istiod.status(), { objects, view }),
  };
}

const ofTheMesh =
  'it is about the mesh as a whole, and you may not see the namespace of its control plane. Who may list the pods there sees it.';

function isFiltered(endpoint: string): endpoint is keyof typeof filtersByEndpoint {
  return Object.hasOwn(filtersByEndpoint, endpoint);
}

function filtered(answer: IstiodAnswer, { endpoint }: IstiodQuestion, { namespaces }: View): IstiodAnswer {
  if (answer.body === undefined || !isFiltered(endpoint)) return answer;
  return { ...answer, body: filterAnswer(endpoint, answer.body, namespaces) };
}

function withoutPod(answer: IstiodAnswer, index: number): IstiodAnswer {
  const replica = `replica ${index + 1}`;
  if (answer.failure === undefined) return { ...answer, replica };
  const { code, message } = answer.failure;
  // Why may name the replica's pod and namespace.
  const told =
    code === 'not_connected' ? message : 'gave no answer; whoever may see the control plane is told why.';
  return { ...answer, replica, failure: { code, message: told } };
}

/** As of a proxy that no replica knows. */
function unknownProxy(proxy: string): IstiodAnswer {
  const message = `knows no proxy ${proxy}; it is not connected to this replica.`;
  return { replica: 'replica 1', failure: { code: 'not_connected', message } };
}
