import { z } from 'zod';

/** A context of a kubeconfig, and Istio's name of its cluster where that is said. */
export type NamedContext = { context: string; cluster?: string };

const error =
  'must be contexts as "context" or "cluster=context", separated by ",", or a list or map of them';

/** `east,west` or `east=admin@east`; in the file a list of contexts, or a map from clusters to contexts. */
export const contexts = z
  .union([z.string(), z.array(z.string()), z.record(z.string(), z.string())], { error })
  .transform((given, issues): NamedContext[] => {
    const named =
      typeof given === 'object' && !Array.isArray(given)
        ? Object.entries(given).map(([cluster, context]) => ({ cluster, context }))
        : (typeof given === 'string' ? given.split(',') : given).map(readContext);
    if (named.every(({ cluster, context }) => context !== '' && cluster !== '')) return named;
    issues.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

function readContext(text: string): NamedContext {
  const [, cluster, context = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(text.trim()) ?? [];
  return cluster === undefined
    ? { context: context.trim() }
    : { cluster: cluster.trim(), context: context.trim() };
}
