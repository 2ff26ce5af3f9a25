import { ViglaError } from '#server/errors.ts';

/** In the words for a pod that does not exist, so that the answer does not tell whether there is one. */
export function noPod({ namespace, pod }: { namespace: string; pod: string }): ViglaError {
  return new ViglaError('not_found', `There is no pod ${namespace}/${pod}.`);
}
